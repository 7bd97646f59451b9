import { describe, expect, it } from "vitest";
import type { Assumption } from "../chain/chain-file.js";
import { parameterDraws, uncertainRows } from "./parameter-draws.js";

const row = (id: string, low: number, value: number, high: number): Assumption => ({
  id,
  low,
  value,
  high,
  unit: "1",
  source_id: "",
  grade: "D",
  reason: "test",
});
const rows = [
  row("demand.a", 1, 2, 8),
  row("demand.b", -3, -1, 0),
  row("demand.fixed", 4, 4, 4),
  row("summit.c", 0, 1, 2),
];

describe("draws of the assumed figures", () => {
  it("leave out what has no range and what no run reads", () => {
    expect(uncertainRows(rows).map(({ id }) => id)).toEqual(["demand.a", "demand.b"]);
    for (const draw of parameterDraws(rows, 4, 1))
      expect(Object.keys(draw)).toEqual(["demand.a", "demand.b"]);
  });

  it("stay in the range, half below the central figure, one in each stratum", () => {
    const count = 40;
    const draws = parameterDraws(rows, count, 7);
    for (const { id, low, value, high } of uncertainRows(rows)) {
      const values = draws.map((draw) => draw[id]).sort((a, b) => a - b);
      expect(values[0]).toBeGreaterThanOrEqual(low);
      expect(values.at(-1)).toBeLessThanOrEqual(high);
      expect(values.filter((drawn) => drawn < value)).toHaveLength(count / 2);
      const share = (drawn: number) =>
        low > 0
          ? drawn < value
            ? (0.5 * Math.log(drawn / low)) / Math.log(value / low)
            : 0.5 + (0.5 * Math.log(drawn / value)) / Math.log(high / value)
          : drawn < value
            ? (0.5 * (drawn - low)) / (value - low)
            : 0.5 + (0.5 * (drawn - value)) / (high - value);
      values.forEach((drawn, k) => {
        expect(Math.floor(share(drawn) * count + 1e-9)).toBe(k);
      });
    }
  });

  it("are the same for the same seed, differ for another, and a new row changes no other", () => {
    const draws = parameterDraws(rows, 8, 3);
    expect(parameterDraws(rows, 8, 3)).toEqual(draws);
    expect(parameterDraws(rows, 8, 4)).not.toEqual(draws);
    const more = parameterDraws([row("demand.0", 1, 2, 3), ...rows], 8, 3);
    expect(more.map((draw) => draw["demand.a"])).toEqual(draws.map((draw) => draw["demand.a"]));
  });

  it("are not tied to each other", () => {
    const draws = parameterDraws([row("x", 1, 2, 3), row("y", 1, 2, 3)], 400, 5);
    const centred = (id: string) => draws.map((draw) => draw[id] - 2);
    const [x, y] = [centred("x"), centred("y")];
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
    expect(Math.abs(dot(x, y)) / Math.sqrt(dot(x, x) * dot(y, y))).toBeLessThan(0.15);
  });
});
