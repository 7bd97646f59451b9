import type { Issue } from "../errors/issue.js";
import type { Arc, MarketProblem } from "./market-problem.js";

/** A cycle must gain this share of the costs along it to count as a proof. */
const ROUNDING = 1e-9;

/**
 * Looks for a round trip without limit that pays for itself: whatever the prices, another unit on it gains, so there
 * is no equilibrium. Only arcs whose cost is a constant count: no congestion, capacity, quota or ad-valorem wedge.
 *
 * @returns `INFEASIBLE` with the regions of the cycle, its good and its cost per unit as certificate.
 */
export function findProfitableCycle(problem: MarketProblem): Issue | undefined {
  for (let good = 0; good < problem.goods.length; good++) {
    if (problem.dispersion[good] > 0) continue;
    const arcs = problem.arcs.filter((arc) => arc.good === good && isConstant(arc));
    const cycle = negativeCycle(problem.regions.length, arcs);
    if (cycle === undefined) continue;
    const cost = cycle.reduce((sum, arc) => sum + unitCost(arc), 0);
    const size = cycle.reduce((sum, arc) => sum + Math.abs(unitCost(arc)), 0);
    if (!(cost < -ROUNDING * size)) continue;
    const regions = cycle.map((arc) => problem.regions[arc.from]);
    return {
      code: "INFEASIBLE",
      details: { certificate: { cycle: regions, good: problem.goods[good], cost } },
    };
  }
  return undefined;
}

function isConstant({ slope, capacity, quotas, tariffRateQuota, exportTax, duty }: Arc): boolean {
  const limited = capacity < Infinity || quotas.length > 0 || tariffRateQuota >= 0;
  return slope === 0 && !limited && exportTax.adValorem === 0 && duty.adValorem === 0;
}

function unitCost({ cost, exportTax, duty }: Arc): number {
  return cost + exportTax.specific + duty.specific;
}

/** Bellman and Ford: what still improves after as many rounds as there are nodes hangs on a negative cycle. */
function negativeCycle(nodes: number, arcs: readonly Arc[]): Arc[] | undefined {
  const distance = new Float64Array(nodes);
  const arrivedBy: (Arc | undefined)[] = Array.from({ length: nodes });
  let last = -1;
  for (let round = 0; round <= nodes; round++) {
    last = -1;
    for (const arc of arcs) {
      const next = distance[arc.from] + unitCost(arc);
      if (!(next < distance[arc.to] - ROUNDING * Math.abs(next))) continue;
      distance[arc.to] = next;
      arrivedBy[arc.to] = arc;
      last = arc.to;
    }
    if (last < 0) return undefined;
  }
  for (let step = 0; step < nodes; step++) last = arrivedBy[last]!.from;
  const cycle: Arc[] = [];
  for (let at = last; cycle.length === 0 || at !== last; at = cycle[0].from) cycle.unshift(arrivedBy[at]!);
  return cycle;
}
