import type { Issue } from "../errors/issue.js";
import { nodeOf, type MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

/** Sets of origins grow with the power of their number; beyond these no more are tried. */
const MAX_SETS = 30;

/**
 * Answers of a dispersed market in which some regions make nothing of a good: what flows from them has no share to be
 * found. Single regions are tried before pairs and larger sets; whether an answer holds is for the verifier to say. Ends
 * with the issue of a solve that was stopped.
 */
export function* solveShutOrigins(problem: MarketProblem, stop: Stop): Generator<MarketSolution | Issue> {
  const origins = [
    ...new Set(
      problem.arcs
        .filter(({ good }) => problem.dispersion[good] > 0)
        .map(({ from, good }) => nodeOf(problem, from, good)),
    ),
  ];
  for (const shut of subsets(origins).slice(0, MAX_SETS)) {
    const result = solveMarket({ ...problem, shut: new Set(shut) }, stop);
    if ("code" in result && result.code === "NOT_CONVERGED") continue;
    yield result;
    if ("code" in result) return;
  }
}

/** Subsets that leave something over, small ones first. */
function subsets(items: readonly number[]): number[][] {
  let larger: number[][] = [[]];
  const found: number[][] = [];
  for (let size = 1; size < items.length && found.length < MAX_SETS; size++) {
    larger = larger.flatMap((set) =>
      items
        .slice(set.length === 0 ? 0 : items.indexOf(set[set.length - 1]) + 1)
        .map((item) => [...set, item]),
    );
    found.push(...larger);
  }
  return found;
}
