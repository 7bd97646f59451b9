import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { leverYear } from "../fixtures/lever-year.js";
import { run, valueOf } from "../results/index.js";
import { bestRestriction } from "./best-restriction.js";

describe("the best restriction", () => {
  it("finds the peak of any parabola to the tolerance, also at the ends", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 1.5, noNaN: true }), (top) => {
        const { level, gain } = bestRestriction({ welfare: (x) => -((x - top) ** 2) });
        expect(Math.abs(level - Math.min(1, Math.max(0, top)))).toBeLessThan(1e-3);
        expect(gain).toBeGreaterThanOrEqual(0);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("finds the higher of two peaks", () => {
    const welfare = (x: number) => Math.max(1 - 30 * Math.abs(x - 0.2), 1.5 - 4 * Math.abs(x - 0.8));
    expect(bestRestriction({ welfare }).level).toBeCloseTo(0.8, 2);
  });

  it("leaves trade free where nothing is gained, and asks each level once", () => {
    const asked: number[] = [];
    const answer = bestRestriction({
      welfare: (x) => {
        asked.push(x);
        return 5;
      },
    });
    expect(answer.level).toBe(0);
    expect(answer.gain).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("refuses what is no search", () => {
    expect(() => bestRestriction({ welfare: () => 0, from: 1, to: 0 })).toThrow(RangeError);
    expect(() => bestRestriction({ welfare: () => NaN })).toThrow(RangeError);
  });

  it("passes over levels without an answer, and tells why where none has one", () => {
    const failing = (code: string) => (): never => {
      throw new IssueError([{ code }]);
    };
    const half = (x: number) => (x > 0.5 ? failing("INFEASIBLE")() : x);
    const { level, asked } = bestRestriction({ welfare: half });
    expect(level).toBeGreaterThan(0.45);
    expect(asked.every((one) => one.level <= 0.5)).toBe(true);
    expect(() => bestRestriction({ welfare: failing("NOT_CONVERGED") })).toThrow("NOT_CONVERGED");
    expect(() => bestRestriction({ welfare: failing("TIME_LIMIT") })).toThrow("TIME_LIMIT");
  });

  it("is a tax below the largest for an exporter with market power: no level asked serves it better", () => {
    const welfare = (rate: number) => {
      const { levers } = leverYear([
        {
          "export-tax": {
            exporter: "CHN",
            destinations: "all",
            goods: "magnet.*",
            rate: `${100 * rate}%`,
            from: 2025,
          },
        },
      ]);
      const result = run(toyChain, toyBaseline, {
        name: "tax",
        levers,
        horizon: [2024, 2025],
        members: ["USA"],
      });
      return valueOf(result, "welfare[CHN,2025]")!;
    };
    const {
      level,
      gain,
      asked,
      welfare: most,
    } = bestRestriction({ welfare, to: 2, scan: 7, tolerance: 0.02 });
    expect(level).toBeGreaterThan(0);
    expect(level).toBeLessThan(2);
    expect(gain).toBeGreaterThan(0);
    for (const other of asked) expect(other.welfare).toBeLessThanOrEqual(most);
  });
});
