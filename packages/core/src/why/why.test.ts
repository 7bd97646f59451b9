import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributions, exactUpTo } from "./contributions.js";
import { leverSets } from "./lever-sets.js";
import type { Scenario, ScenarioLever } from "../scenario/index.js";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const bits = (set: bigint) => Array.from({ length: 12 }, (_, i) => i).filter((i) => (set >> BigInt(i)) & 1n);

describe("contributions", () => {
  it("give an additive metric its own terms", () => {
    const terms = [3, -1, 0, 7];
    const { values, total } = contributions(4, (set) => 10 + sum(bits(set).map((i) => terms[i])), 1);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(terms[i], 12);
    });
    expect(total).toBe(9);
  });

  it("halve what two levers only do together, and give the idle one nothing", () => {
    const { values } = contributions(3, (set) => ((set & 3n) === 3n ? 10 : 0), 1);
    expect(values).toEqual([5, 5, 0]);
  });

  it("sum to the difference, whatever the metric (property)", () => {
    const metric = fc.infiniteStream(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), metric, fc.nat(), (count, stream, seed) => {
        const worth = (): number => stream.next().value as number;
        const { values, total } = contributions(count, worth, seed, 6);
        expect(Math.abs(sum(values) - total)).toBeLessThan(1e-9 * 1e6);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("ask for each set once, and for all of them up to eight levers", () => {
    const asked: bigint[] = [];
    contributions(exactUpTo, (set) => asked.push(set), 1);
    expect(asked).toHaveLength(256);
    expect(new Set(asked).size).toBe(256);
  });

  it("sample beyond, close to the exact answer, and say how far off they may be", () => {
    const worth = (set: bigint) => sum(bits(set).map((i) => i + 1)) + (bits(set).length > 5 ? 6 : 0);
    const { values, standardError, total } = contributions(10, worth, 7, 200);
    expect(total).toBe(61);
    expect(standardError).toBeGreaterThan(0);
    values.forEach((value, i) => {
      expect(Math.abs(value - (i + 1 + 0.6))).toBeLessThan(6 * standardError + 1e-9);
    });
    expect(contributions(10, worth, 7, 200).values).toEqual(values);
  });
});

describe("lever sets", () => {
  const lever = (id: string, rate: number): ScenarioLever => ({
    id,
    kind: "tariff",
    from: 2026,
    to: 2040,
    response: false,
    origin: "test",
    params: { rate },
    sources: [],
  });
  const scenario = (levers: ScenarioLever[]) => ({ levers }) as unknown as Scenario;

  it("take as given what both hold, by what it does and not by its name", () => {
    const { common, added } = leverSets(scenario([lever("a", 1), lever("b", 2)]), scenario([lever("z", 1)]));
    expect(common.map(({ id }) => id)).toEqual(["a"]);
    expect(added.map(({ id }) => id)).toEqual(["b"]);
  });

  it("count everything against nothing", () => {
    expect(leverSets(scenario([lever("a", 1)]), undefined).added).toHaveLength(1);
  });
});
