import { randomLever } from "@didym/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveMarket } from "../equilibrium/index.js";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import type { Equilibrium } from "../market/market.js";

const lever = randomLever({
  parties: ["CHN", "USA", "JPN", "AUS", "members", "non-members", "all"],
  goods: ["oxide.*", "magnet.*", "oxide.NdPr", "oxide.Dy", "metal.NdPr", "concentrate.*", "*"],
  endUses: ["ev", "polishing"],
});

const quantities = (e: Equilibrium): Float64Array[] => [
  e.flow,
  e.level,
  e.demand,
  e.demandByGood,
  e.disposal,
  e.floorGap,
  e.rent,
];
const prices = (e: Equilibrium): Float64Array[] => [e.originPrice];

/** The year's market under all of these, each as a file of its own; undefined where a lever asks for what cannot be. */
function marketUnder(drawn: readonly object[]): typeof toyMarket | undefined {
  try {
    return drawn.reduce<typeof toyMarket>(
      (before, one) => leverYear([one], 2026, undefined, before).market,
      toyMarket,
    );
  } catch (error) {
    expect(error).toMatchObject({ issues: [{ code: "INFEASIBLE" }] });
    return undefined;
  }
}

describe("random packages of levers, from nothing to absurd", () => {
  it("solve to 1e-9 of capacity with finite prices and no negative quantity, or are refused with a reason", () => {
    let solved = 0;
    fc.assert(
      fc.property(fc.array(lever, { maxLength: 5 }), (drawn) => {
        // dates that never overlap, so that only sizes are at stake; all act in the year solved through their own file
        const market = marketUnder(drawn);
        if (market === undefined) return;
        const answer = solveMarket(market);
        if (!answer.ok) {
          expect(["NOT_CONVERGED", "INFEASIBLE"]).toContain(answer.issue.code);
          return;
        }
        solved++;
        const { equilibrium } = answer;
        expect(equilibrium.residual).toBeLessThanOrEqual(1e-9);
        for (const list of quantities(equilibrium))
          for (const value of list) expect(value).toBeGreaterThanOrEqual(-1e-9);
        for (const list of prices(equilibrium))
          for (const value of list) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 500, seed: 2026 },
    );
    expect(solved).toBeGreaterThan(380);
  });
});
