import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueOf, type RunResult } from "../results/index.js";
import { factsOf } from "./facts.js";
import { gradeSweep } from "./grade-sweep.js";
import { shareOfVariance } from "./share-of-variance.js";
import { plain, runnableFile, runPlain } from "./small-run.fixture.js";
import { canChange } from "./with-values.js";

const file = runnableFile();
const base = runPlain(file);
const request = { file, scenario: plain };
const price = (run: RunResult): number => valueOf(run, "price[oxide.NdPr,JPN,2026]")!;
const assumed = gradeSweep(request, base, 4);
const found = gradeSweep(request, base, 4, { which: "found" });

describe("a sweep over the rows of some grades", () => {
  it("draws every row of grade D that can be another value, but prices and what the scenario sets", () => {
    const rows = factsOf(base.frame.calibration).map(({ fact }) => fact);
    const wanted = rows.filter(
      (fact) =>
        fact.grade === "D" &&
        fact.kind !== "price" &&
        canChange(fact, file) &&
        !(fact.low !== undefined && fact.low === fact.high),
    );
    expect(assumed.drawn.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(assumed.drawn.map(({ id }) => id)).toContain("horizon.adaptation");
    const set = { ...plain, parameters: { "horizon.adaptation": 0.4 } };
    const other = gradeSweep({ file, scenario: set }, base, 1);
    expect(other.drawn.map(({ id }) => id)).not.toContain("horizon.adaptation");
  });

  it("draws rows of grades A to C instead, and never one of both", () => {
    expect(found.drawn.length).toBeGreaterThan(5);
    expect(new Set(found.drawn.map(({ grade }) => grade))).toEqual(new Set(["C"]));
    const assumedIds = new Set(assumed.drawn.map(({ id }) => id));
    expect(found.drawn.filter(({ id }) => assumedIds.has(id))).toEqual([]);
  });

  it("answers each draw or counts it as failed", () => {
    for (const { runs, failed } of [assumed, found]) {
      expect(runs.length + failed).toBe(4);
      expect(runs.length).toBeGreaterThan(0);
      for (const run of runs) expect(run.years).toEqual(base.years);
    }
  });

  it("moves figures, and gives the same runs for the same seed", () => {
    const prices = assumed.runs.map(price);
    expect(new Set(prices).size).toBe(prices.length);
    expect(prices.some((one) => Math.abs(one / price(base) - 1) > 0.001)).toBe(true);
    expect(gradeSweep(request, base, 4).runs.map(price)).toEqual(prices);
    expect(gradeSweep(request, base, 4, { seed: 2 }).runs.map(price)).not.toEqual(prices);
  });

  it("stops when it is asked to", () => {
    expect(gradeSweep({ ...request, stop: () => true }, base, 4).runs).toEqual([]);
  });
});

describe("the share of variance", () => {
  it("is one where only the first moves, none where only the second does, half where both do alike", () => {
    expect(shareOfVariance([1, 2, 3], [5, 5, 5])).toBe(1);
    expect(shareOfVariance([5, 5, 5], [1, 2, 3])).toBe(0);
    expect(shareOfVariance([1, 2, 3], [11, 12, 13])).toBe(0.5);
  });

  it("goes by the square of how far each moves", () => {
    expect(shareOfVariance([0, 2], [0, 1])).toBeCloseTo(0.8, 12);
  });

  it("is nothing where nothing moves or there is one draw", () => {
    expect(shareOfVariance([1, 1], [2, 2])).toBeUndefined();
    expect(shareOfVariance([1], [2, 3])).toBeUndefined();
    expect(shareOfVariance([1, 2], [])).toBeUndefined();
  });

  it("does not mind units, and the two shares add up to one", () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(values, values, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, unit) => {
        const share = shareOfVariance(a, b);
        if (share === undefined) return;
        expect(share + shareOfVariance(b, a)!).toBeCloseTo(1, 9);
        const scaled = shareOfVariance(
          a.map((x) => x * unit),
          b.map((x) => x * unit),
        );
        expect(scaled).toBeCloseTo(share, 6);
      }),
      { seed: 11 },
    );
  });
});
