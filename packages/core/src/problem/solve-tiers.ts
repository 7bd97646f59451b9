import type { Issue } from "../errors/issue.js";
import { partCharges } from "./answer/charges.js";
import type { MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

type Tiers = ReadonlyMap<number, readonly ("in" | "over")[]>;

/** Costs that differ by less than this share count as the same. */
const SAME = 1e-10;

/**
 * Solves a market under tariff-rate quotas that the search cannot place: all arcs are taken to stay inside, and the one
 * whose rent most exceeds what it would pay over the quota may use that tier too, until none does. Once a tier carries
 * nothing on an arc it is left out, so that the search is not held up by two flows that both are nearly nothing.
 */
export function solveTiers(problem: MarketProblem, stop: Stop): MarketSolution | Issue | undefined {
  const arcs = problem.arcs.flatMap((arc, k) => (arc.tariffRateQuota >= 0 ? [k] : []));
  if (arcs.length === 0) return undefined;
  let tiers: Tiers = new Map(arcs.map((k) => [k, ["in"] as const]));
  for (let round = 0; round < 3 * arcs.length; round++) {
    const result = solveMarket({ ...problem, tiers }, stop);
    if ("code" in result) return result.code === "NOT_CONVERGED" ? undefined : result;
    const next = dearest(result, tiers);
    if (next === undefined) return result;
    tiers = new Map([...tiers, ...emptied(result, tiers), next]);
  }
  return undefined;
}

/** The arc on which the tier that it may not use is cheapest against the one that it uses, with what it may use next. */
function dearest({ solution }: MarketSolution, tiers: Tiers) {
  let most = SAME;
  let found: readonly [number, readonly ("in" | "over")[]] | undefined;
  for (const arc of solution.compiled.arcs) {
    const used = tiers.get(arc.arc);
    if (used?.length !== 1 || arc.parts.length === 0) continue;
    const cost = (tier: "in" | "over") => {
      const { duty, rents } = partCharges(solution, arc, { ...arc.parts[0], tier });
      return duty + rents;
    };
    const other = used[0] === "in" ? "over" : "in";
    const gain = cost(used[0]) - cost(other);
    const unit = solution.compiled.builder.scales.price[solution.problem.arcs[arc.arc].good];
    if (gain <= most * unit) continue;
    most = gain / unit;
    found = [arc.arc, ["in", "over"]];
  }
  return found;
}

/** Arcs that may use both tiers and use one. */
function emptied({ solution }: MarketSolution, tiers: Tiers): [number, readonly ("in" | "over")[]][] {
  return solution.compiled.arcs.flatMap(({ arc, parts }) => {
    if (tiers.get(arc)?.length !== 2) return [];
    const carrying = parts.filter((part) => solution.x[part.unknown] > 0);
    return carrying.length === 1 ? [[arc, [carrying[0].tier as "in" | "over"]]] : [];
  });
}
