import { exp, log, log1p } from "../../numeric/elementary.js";
import type { ArcUnknowns } from "../compile/add-arcs.js";
import { destinations, SMALLEST_TOTAL } from "../compile/add-dispersion.js";
import { rightOf } from "../compile/add-support.js";
import { routeWeights } from "../compile/route-weights.js";
import { shunnedPrice } from "../forms/site.js";
import { nodeOf } from "../market-problem.js";
import { deliveredCost } from "./charges.js";
import type { Solution } from "./solution.js";

/** What is bought counts as nothing below this share of the good's typical quantity. */
const SMALLEST_TRADE = 1e-9;

/**
 * Use costs of regions that buy (almost) nothing, P = −θ·ln Σ weight·exp(−cost/θ), from their delivered costs; those of
 * the others freed from the margin of their total. Changes the solution in place.
 */
export function settleUseCosts(solution: Solution): void {
  const { problem, compiled, x } = solution;
  if (problem.dispersion.every((theta) => theta === 0)) return;
  const weights = routeWeights(problem);
  for (const group of destinations(problem, compiled.arcs)) {
    const { good, to } = problem.arcs[group[0].arc];
    const unit = compiled.builder.scales.quantity[good];
    const price = compiled.users(to, good)!.usedFrom;
    const flows = group.flatMap((unknowns) => unknowns.parts.map((part) => part.unknown));
    const bought = flows.reduce((sum, flow) => sum + x[flow], 0);
    if (bought > SMALLEST_TRADE * unit)
      x[price] += group.length === 1 ? 0 : problem.dispersion[good] * log1p((unit * SMALLEST_TOTAL) / bought);
    else {
      for (const flow of flows) x[flow] = 0;
      settleLevy(solution, group, nodeOf(problem, to, good));
      x[price] = useCost(solution, group, weights);
    }
    settleRight(solution, nodeOf(problem, to, good), x[price]);
  }
}

/** Imports that a ceiling keeps out count as none; where nothing is left the use cost is beyond what anybody would give. */
function useCost(solution: Solution, group: readonly ArcUnknowns[], weights: Float64Array): number {
  const { problem, compiled } = solution;
  const { good, to } = problem.arcs[group[0].arc];
  const theta = problem.dispersion[good];
  const ceiling = problem.ceilings.find((row) => row.region === to && row.good === good);
  const open = group.flatMap((arc) => {
    const cost = deliveredCost(solution, arc) + levyOn(solution, arc, to, good);
    const keptOut = ceiling !== undefined && !isOwn(solution, arc) && cost >= ceiling.price;
    return keptOut ? [] : [{ cost, weight: weights[arc.arc] }];
  });
  if (open.length === 0) return shunnedPrice(compiled.builder.scales.price[good], theta);
  const least = Math.min(...open.map(({ cost }) => cost));
  const sum = open.reduce((total, { cost, weight }) => total + weight * exp((least - cost) / theta), 0);
  return least - theta * log(sum);
}

function isOwn({ problem }: Solution, { arc }: ArcUnknowns): boolean {
  return problem.arcs[arc].from === problem.arcs[arc].to;
}

function levyOn(solution: Solution, arc: ArcUnknowns, to: number, good: number): number {
  const node = nodeOf(solution.problem, to, good);
  const support = solution.supportAt(node);
  return support?.mechanism === "border" && !isOwn(solution, arc) ? solution.at(support.perUnit) : 0;
}

function settleLevy(solution: Solution, group: readonly ArcUnknowns[], node: number): void {
  const support = solution.supportAt(node);
  if (support?.mechanism !== "border" || support.perUnit < 0) return;
  const imports = group.filter((arc) => !isOwn(solution, arc));
  const cheapest = Math.min(...imports.map((arc) => deliveredCost(solution, arc)));
  solution.x[support.perUnit] = Math.max(0, support.price - cheapest);
}

/** The right at a regulated price follows the use cost. */
function settleRight(solution: Solution, node: number, useCost: number): void {
  const support = solution.supportAt(node);
  if (support === undefined || support.gate < 0) return;
  solution.x[support.perUnit] = rightOf(support, useCost);
}
