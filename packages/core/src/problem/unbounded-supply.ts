import type { Issue } from "../errors/issue.js";
import { nodeOf, type Floor, type MarketProblem } from "./market-problem.js";

/**
 * Looks for supply at a constant cost, without limit, in a region where purchases or payments hold what sellers receive
 * above that cost: another unit always gains, so there is no equilibrium.
 *
 * @returns `INFEASIBLE` with the region, the floor and the cost as certificate.
 */
export function findUnboundedSupply(problem: MarketProblem): Issue | undefined {
  for (const floor of problem.floors) {
    if (floor.mechanism !== "purchase" && floor.mechanism !== "deficiency-payment") continue;
    const cost = constantCost(problem, floor);
    if (!(cost < floor.price)) continue;
    const [unbounded, good] = [problem.regions[floor.region], problem.goods[floor.good]];
    return {
      code: "INFEASIBLE",
      details: { certificate: { unbounded, good, floor: floor.price, cost } },
    };
  }
  return undefined;
}

/** The least constant cost, subsidy taken off, of what the region can supply without limit; infinite if there is none. */
function constantCost(problem: MarketProblem, { region, good }: Floor): number {
  const curves = problem.supply.flatMap(({ region: at, goods, curve, capacity }) =>
    at === region && goods[0] === good && curve.form === "inverse-linear" && curve.slope === 0
      ? [{ cost: curve.intercept, capacity }]
      : [],
  );
  const firms = problem.firms.filter(
    (firm) => firm.region === region && firm.good === good && firm.costSlope === 0,
  );
  const costs = [...curves, ...firms].filter((row) => row.capacity === Infinity).map((row) => row.cost);
  return Math.min(Infinity, ...costs) - problem.supplySubsidy[nodeOf(problem, region, good)];
}
