import { describe, expect, it } from "vitest";
import { worldOf } from "../fields/index.js";
import { toyChain } from "../fixtures/toy.js";
import { parseScenario } from "./parse-scenario.js";

const context = { world: worldOf(toyChain, [], []), years: [2024, 2040] as const };
const years = (horizon: readonly number[], dates: object) => {
  const tariff = { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: 5, ...dates };
  const file = { schema: "didym/scenario@1", name: "t", extends: [], horizon, levers: [{ tariff }] };
  const reading = parseScenario(file, context);
  if ("issues" in reading) return reading.issues.map((issue) => issue.code);
  return reading.scenario.levers.map(({ from, to }) => [from, to]);
};

describe("years that a lever does not state", () => {
  it("are the first of the horizon and the last of the data, so that a shorter look changes no year", () => {
    expect(years([2024, 2030], {})).toEqual([[2024, 2040]]);
    expect(years([2024, 2030], { from: 2026 })).toEqual([[2026, 2040]]);
  });

  it("keep a lever that begins after the horizon, as inherited ones may, acting in none of its years", () => {
    expect(years([2024, 2026], { from: 2030 })).toEqual([[2030, 2040]]);
    expect(years([2027, 2030], { to: 2025 })).toEqual([[2025, 2025]]);
  });

  it("do not excuse stated years in the wrong order", () => {
    expect(years([2024, 2030], { from: 2028, to: 2027 })).toEqual(["YEAR_ORDER"]);
  });
});
