import { IssueError } from "@didym/core";
import { randomLever } from "@didym/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { rareEarths, type RareEarths } from "./rare-earths.js";

const deep = process.env["DIDYM_DEEP"] === "1";
const packages = fc.array(
  randomLever({
    parties: ["CHN", "USA", "JPN", "EU", "AUS", "MMR", "MYS", "members", "non-members", "all"],
    goods: ["oxide.*", "magnet.*", "oxide.NdPr", "oxide.Dy", "metal.NdPr", "concentrate.*", "*"],
    endUses: ["ev", "wind", "polishing", "other"],
    also: { from: 2025 },
  }),
  { maxLength: 5 },
);

let lab: RareEarths;
beforeAll(() => {
  lab = rareEarths();
});

/** The run, or the codes of its refusal. */
function attempt(levers: readonly object[]) {
  try {
    return { result: lab.solve(levers, [2024, 2025]) };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { codes: error.issues.map((issue) => issue.code) };
  }
}

describe("random packages of levers on the rare-earth chain, from nothing to absurd", () => {
  it(
    "solve to 1e-9 of capacity with finite prices, no negative quantity and identities, or are refused with a reason",
    () => {
      const runs = deep ? 500 : 30;
      const refused: string[] = [];
      fc.assert(
        fc.property(packages, (levers) => {
          const { result, codes } = attempt(levers);
          if (result === undefined) {
            expect(codes.length).toBeGreaterThan(0);
            if (!codes.includes("OVERLAPPING_DATES")) refused.push(codes[0]);
            return;
          }
          const { equilibrium, accounts } = result.steps[1];
          expect(equilibrium.residual).toBeLessThanOrEqual(1e-9);
          const { flow, level, demand, disposal, floorGap, rent, originPrice, usePrice } = equilibrium;
          for (const list of [flow, level, demand, disposal, floorGap, rent])
            for (const value of list) expect(value).toBeGreaterThanOrEqual(-1e-9);
          for (const list of [originPrice, usePrice])
            for (const value of list) expect(Number.isFinite(value)).toBe(true);
          for (const violation of Object.values(result.identities)) expect(violation).toBeLessThan(1e-9);
          expect(JSON.stringify(accounts)).not.toContain("null");
        }),
        { numRuns: runs, seed: 2026 },
      );
      const known = new Set(["NOT_CONVERGED", "INFEASIBLE", "UNSUPPORTED"]);
      expect(refused.filter((code) => !known.has(code))).toEqual([]);
      expect(refused.filter((code) => code === "NOT_CONVERGED").length).toBeLessThan(0.02 * runs);
      expect(refused.length).toBeLessThan(0.15 * runs);
    },
    deep ? 3_000_000 : 300_000,
  );
});
