import type { Issue } from "../errors/issue.js";
import { nodeOf, placeOf, type MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

type Regimes = ReadonlyMap<number, "held" | "open">;

/** Prices within this of a regulated one, relative to it, agree with either regime. */
const NEAR = 1e-9;

/**
 * Solves a market whose deficiency payments, regulated floors and ceilings the search cannot place: each is taken to be
 * open or to hold its price, the rest is solved, and those that the answer contradicts are turned, until none is. With
 * producers or users who answer to the price in the usual sense a turn brings the price nearer to where it must be.
 */
export function solveRegimes(problem: MarketProblem, stop: Stop): MarketSolution | Issue | undefined {
  const nodes = turningNodes(problem);
  if (nodes.length === 0) return undefined;
  for (const first of ["open", "held"] as const) {
    const found = settle(problem, stop, new Map(nodes.map((node) => [node, first])));
    if (found !== undefined) return found;
  }
  return undefined;
}

function turningNodes({ floors, ceilings, ...problem }: MarketProblem): number[] {
  const turning = floors.filter(
    ({ mechanism }) => mechanism === "deficiency-payment" || mechanism === "regulated",
  );
  return [...turning, ...ceilings]
    .filter((row) => problem.dispersion[row.good] === 0)
    .map((row) => nodeOf(problem, row.region, row.good));
}

function settle(problem: MarketProblem, stop: Stop, first: Regimes): MarketSolution | Issue | undefined {
  let regimes = first;
  let iterations = 0;
  for (let round = 0; round <= 2 * first.size + 2; round++) {
    const result = solveMarket({ ...problem, regimes }, stop);
    if ("code" in result) return result.code === "NOT_CONVERGED" ? undefined : result;
    iterations += result.iterations;
    const turned = contradicted(problem, result, regimes);
    if (turned.length === 0) return { ...result, iterations };
    const before = regimes;
    regimes = new Map(
      [...before].map(([node, regime]) => [
        node,
        turned.includes(node) ? (regime === "held" ? "open" : "held") : regime,
      ]),
    );
  }
  return undefined;
}

/** Nodes whose price lies on the wrong side of what their regime says. */
function contradicted(problem: MarketProblem, { solution }: MarketSolution, regimes: Regimes): number[] {
  return solution.compiled.supports.flatMap(({ node, mechanism, price, perUnit }) => {
    const regime = regimes.get(node);
    if (regime === undefined) return [];
    const [region, good] = placeOf(problem, node);
    const slack = NEAR * Math.max(Math.abs(price), 1e-300);
    const place = solution.compiled.producers(region, good)!;
    const sign = mechanism === "ceiling" ? -1 : 1;
    const excess = regime === "held" ? -solution.at(perUnit) : sign * (price - solution.value(place.produce));
    return excess > slack ? [node] : [];
  });
}
