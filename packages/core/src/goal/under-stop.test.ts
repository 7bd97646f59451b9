import { describe, expect, it } from "vitest";
import { toyLab } from "../fixtures/lever-year.js";
import { prepareRun, run, valueOf, type RunResult } from "../results/index.js";
import { sizeOf, type GoalRequest } from "./goal.js";
import { readGoal } from "./read-goal.js";
import { figureUnderStop } from "./under-stop.js";

const { chain, baseline } = toyLab;
const frame = prepareRun(chain, baseline);
const magnets = ["magnet.NdFeB-standard", "magnet.NdFeB-high-temperature"];
const rule = { drawShare: 0.9, refillMonths: 12 };
const spec = { by: ["CHN"], to: ["USA", "JPN"], goods: magnets, year: 2027, months: 6, remaining: 0 };
const known = new Map<number, RunResult>();
/** A stock of both magnets, t/y from 2025 to 2026. */
const stocked = (fill: number): RunResult => {
  const levers =
    fill === 0 ? [] : [{ stockpile: { holder: "USA", goods: magnets, fill, from: 2025, to: 2026 } }];
  if (!known.has(fill))
    known.set(fill, run(chain, baseline, toyLab.scenario(levers, [2024, 2027]), { frame }));
  return known.get(fill)!;
};
const unmet = readGoal("unmet[ev,USA,2027] <= 0");
const under = (fill: number, change: Partial<typeof spec> = {}) =>
  figureUnderStop(unmet, stocked(fill), { ...spec, ...change }, rule)!;

describe("a figure under a stop", () => {
  it("is the year's own where the stop lasts no month or stops nothing", () => {
    const own = valueOf(stocked(0), "unmet[ev,USA,2027]")!;
    expect(under(0, { months: 0 })).toBe(own);
    expect(under(0, { remaining: 1 })).toBeCloseTo(own, 9);
    expect(under(0, { goods: [] })).toBeCloseTo(own, 9);
  });

  it("is larger the longer the stop, once stores run out, and less the more is stored", () => {
    const lengths = [1, 3, 6, 12].map((months) => under(0, { months }));
    lengths.slice(1).forEach((tonnes, i) => {
      expect(tonnes).toBeGreaterThanOrEqual(lengths[i] - 1e-6);
    });
    expect(under(0)).toBeGreaterThan(valueOf(stocked(0), "unmet[ev,USA,2027]")!);
    expect(under(2_000)).toBeLessThan(under(0));
  });
});

describe("money under a stop", () => {
  const measured = (metric: string, fill = 0) => {
    const goal = readGoal(`${metric} <= 0`);
    return {
      own: valueOf(stocked(fill), metric)!,
      stopped: figureUnderStop(goal, stocked(fill), spec, rule)!,
      after: (months: number) => figureUnderStop(goal, stocked(fill), { ...spec, months }, rule)!,
    };
  };

  it("is no treasury's gain: nobody pays or earns where no public stock is held", () => {
    for (const region of ["USA", "JPN", "world"]) {
      const { own, stopped } = measured(`fiscal-cost[${region},2027]`);
      expect([own, stopped]).toEqual([0, 0]);
    }
  });

  it("is no welfare from stores: less than the year's own where goods are missing, the same where none is stopped", () => {
    for (const fill of [0, 2_000])
      for (const region of ["USA", "world"]) {
        const { own, stopped, after } = measured(`welfare[${region},2027]`, fill);
        expect(stopped).toBeLessThan(own);
        expect(after(1)).toBeLessThanOrEqual(own);
        expect(after(0)).toBe(own);
      }
  });
});

describe("a goal under a stop", () => {
  const request = (most: number): GoalRequest => {
    const goal = readGoal(`unmet[ev,USA,2027] <= ${most}`);
    return {
      goal,
      dials: [{ name: "stockpile.fill", unit: "t/y", low: 0, high: 12_000 }],
      parties: ["USA"],
      solve: ([fill]) => stocked(fill),
      measure: (found) => figureUnderStop(goal, found, spec, rule),
    };
  };

  it("is met by the smallest stock that meets it, bought beforehand and paid by who holds it", () => {
    const most = 0.6 * under(0);
    const result = sizeOf(request(most), 0);
    if (!("reached" in result)) throw new Error("within reach");
    const { sizes, value, cost } = result.reached;
    expect(value).toBeLessThanOrEqual(most);
    expect(value).toBeGreaterThan(0.99 * most);
    expect(under(sizes[0] * 0.995)).toBeGreaterThan(most);
    expect(cost.public).toBeGreaterThan(0);
  });

  it("needs nothing where the stop takes too little to matter, and cannot be met below nothing", () => {
    const easy = sizeOf(request(2 * under(0)), 0);
    expect("reached" in easy && easy.reached.sizes).toEqual([0]);
    expect("unreachable" in sizeOf(request(-1), 0)).toBe(true);
  });
});
