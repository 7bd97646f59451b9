import { log } from "../../numeric/elementary.js";
import { nodeOf, type MarketProblem } from "../market-problem.js";
import type { ArcUnknowns } from "./add-arcs.js";
import { addRoutePrices } from "./add-route-prices.js";
import type { SupportUnknowns } from "./add-support.js";
import { routeWeights } from "./route-weights.js";
import { shareTerm, type Destination } from "./share-term.js";
import type { UnitBuilder } from "./unit-builder.js";

/** A region's unknown total stands this share of the typical quantity above its flows: shares keep a meaning at zero. */
export const SMALLEST_TOTAL = 1e-15;

/**
 * With θ > 0 the buyers of a region spread over origins: share_i ∝ weight_i·exp(−cost_i/θ). Written as the condition
 * θ·ln(flow/(weight·total)) + cost = use price on each flow, with one unknown total per region, the gradient of a convex
 * function (Wilson's entropy).
 *
 * @param usePrice unknown of the balance of what is used. @returns unknown prices of imports under a ceiling, by arc.
 */
export function addDispersion(
  problem: MarketProblem,
  builder: UnitBuilder,
  arcs: readonly ArcUnknowns[],
  supports: readonly SupportUnknowns[],
  usePrice: (region: number, good: number) => number,
): ReadonlyMap<number, number> {
  const prices = new Map<number, number>();
  if (problem.dispersion.every((theta) => theta === 0)) return prices;
  const weights = routeWeights(problem);
  for (const group of destinations(problem, arcs)) {
    const { good, to } = problem.arcs[group[0].arc];
    const node = nodeOf(problem, to, good);
    const ceiling = supports.find(
      (row) => row.node === node && row.mechanism === "ceiling" && row.perUnit >= 0,
    );
    const isShut = (arc: number) => problem.shut?.has(nodeOf(problem, problem.arcs[arc].from, good)) ?? false;
    if (problem.idle?.has(node) || group.every(({ arc }) => isShut(arc))) continue;
    if (group.length === 1 && ceiling === undefined) {
      addOnlySource(builder, problem.dispersion[good], group[0], weights);
      continue;
    }
    const destination = addDestination(builder, good, problem.dispersion[good], group, weights);
    const added =
      ceiling === undefined
        ? new Map<number, number>()
        : addRoutePrices(problem, builder, destination, usePrice(to, good), ceiling);
    for (const [arc, sold] of added) prices.set(arc, sold);
    addShares(builder, destination, (arc) => !added.has(arc) && !isShut(arc));
  }
  return prices;
}

/** Nodes of dispersed goods where a point buys less than a share of the good's typical quantity. */
export function nearlyIdle(
  problem: MarketProblem,
  arcs: readonly ArcUnknowns[],
  x: Float64Array,
  share: number,
  unit: (good: number) => number,
): Set<number> {
  const idle = destinations(problem, arcs).filter((group) => {
    const flows = group.flatMap((unknowns) => unknowns.parts.map((part) => part.unknown));
    const { good } = problem.arcs[group[0].arc];
    return !(flows.reduce((sum, flow) => sum + x[flow], 0) > share * unit(good));
  });
  return new Set(idle.map(([{ arc }]) => nodeOf(problem, problem.arcs[arc].to, problem.arcs[arc].good)));
}

/** All that is bought comes over one arc: the use cost is its cost, less θ·ln weight. */
function addOnlySource(
  builder: UnitBuilder,
  theta: number,
  { arc, parts }: ArcUnknowns,
  weights: Float64Array,
): void {
  for (const { unknown } of parts) builder.constant(unknown, -theta * log(weights[arc]));
}

/** Arcs with dispersed flows by good and destination. */
export function destinations(problem: MarketProblem, arcs: readonly ArcUnknowns[]): ArcUnknowns[][] {
  const groups = new Map<string, ArcUnknowns[]>();
  for (const unknowns of arcs) {
    const { good, to } = problem.arcs[unknowns.arc];
    if (problem.dispersion[good] === 0 || unknowns.parts.length === 0) continue;
    const key = `${good}:${to}`;
    const group = groups.get(key);
    if (group) group.push(unknowns);
    else groups.set(key, [unknowns]);
  }
  return [...groups.values()];
}

function addDestination(
  builder: UnitBuilder,
  good: number,
  theta: number,
  group: readonly ArcUnknowns[],
  weights: Float64Array,
): Destination {
  const total = builder.quantity(good);
  const all = group.flatMap((unknowns) => unknowns.parts.map((part) => part.unknown));
  const margin = builder.scales.quantity[good] * SMALLEST_TOTAL;
  const tiny = margin * 1e-3;
  const level = (x: Float64Array) => Math.max(x[total], tiny);
  builder.term({
    entries: [[total, total], ...all.map((flow) => [total, flow] as const)],
    residual(x, f) {
      f[total] += theta * (1 - all.reduce((sum, flow) => sum + x[flow], margin) / level(x));
    },
    jacobian(x, values, slots) {
      const size = level(x);
      values[slots[0]] += (theta * all.reduce((sum, flow) => sum + x[flow], margin)) / (size * size);
      for (let k = 1; k < slots.length; k++) values[slots[k]] -= theta / size;
    },
  });
  return { good, theta, group, weights, total, level };
}

function addShares(builder: UnitBuilder, destination: Destination, counts: (arc: number) => boolean): void {
  for (const { arc, parts } of destination.group) {
    if (!counts(arc)) continue;
    const flows = parts.map((part) => part.unknown);
    builder.term(shareTerm(destination, flows, destination.weights[arc], flows));
  }
}
