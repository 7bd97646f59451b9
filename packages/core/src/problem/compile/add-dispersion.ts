import { exp, log, log1p } from "../../numeric/elementary.js";
import { nodeOf, type MarketProblem } from "../market-problem.js";
import { dutyRates, type ArcUnknowns } from "./add-arcs.js";
import type { UnitBuilder } from "./unit-builder.js";

/** Shares below this times the total count as none: the logarithm is shifted by it. */
const SMALLEST_SHARE = 1e-16;

/** What is bought counts as nothing below this share of the good's typical quantity. */
const SMALLEST_TRADE = 1e-9;
/** A region's unknown total stands this share of the typical quantity above its flows: shares keep a meaning at zero. */
const SMALLEST_TOTAL = 1e-15;

/**
 * With θ > 0 the buyers of a region spread over origins: share_i ∝ weight_i·exp(−cost_i/θ). Written as the condition
 * θ·ln(flow/(weight·total)) + cost = use price on each flow, with one unknown total per region, the gradient of a convex
 * function (Wilson's entropy).
 */
export function addDispersion(
  problem: MarketProblem,
  builder: UnitBuilder,
  arcs: readonly ArcUnknowns[],
): void {
  if (problem.dispersion.every((theta) => theta === 0)) return;
  const weights = routeWeights(problem);
  for (const group of destinations(problem, arcs)) {
    const { good, to } = problem.arcs[group[0].arc];
    if (!problem.idle?.has(nodeOf(problem, to, good))) addDestination(problem, builder, group, weights);
  }
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

/** Arcs with dispersed flows by good and destination. */
function destinations(problem: MarketProblem, arcs: readonly ArcUnknowns[]): ArcUnknowns[][] {
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
  problem: MarketProblem,
  builder: UnitBuilder,
  group: readonly ArcUnknowns[],
  weights: Float64Array,
): void {
  const { good } = problem.arcs[group[0].arc];
  const theta = problem.dispersion[good];
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
  for (const { arc, parts } of group) {
    const flows = parts.map((part) => part.unknown);
    builder.term(shareTerm(flows, total, theta, log(weights[arc]), level));
  }
}

function shareTerm(
  flows: readonly number[],
  total: number,
  theta: number,
  logWeight: number,
  level: (x: Float64Array) => number,
) {
  const shifted = (x: Float64Array) => {
    const size = level(x);
    const flow = flows.reduce((sum, column) => sum + Math.max(0, x[column]), 0);
    return { size, flow: flow + SMALLEST_SHARE * size };
  };
  return {
    entries: flows.flatMap((row) => [
      [row, total] as const,
      ...flows.map((column) => [row, column] as const),
    ]),
    residual(x: Float64Array, f: Float64Array) {
      const { size, flow } = shifted(x);
      const value = theta * (log(flow / size) - logWeight);
      for (const row of flows) f[row] += value;
    },
    jacobian(x: Float64Array, values: Float64Array, slots: Int32Array) {
      const { size, flow } = shifted(x);
      const width = flows.length + 1;
      slots.forEach((slot, k) => {
        values[slot] += k % width === 0 ? theta * (SMALLEST_SHARE / flow - 1 / size) : theta / flow;
      });
    },
  };
}

/**
 * Weights of routes by arc: all 1, or those with which the benchmark's flows are the answer at its prices,
 * weight = share·exp((cost − mean cost)/θ).
 */
export function routeWeights(problem: MarketProblem): Float64Array {
  const weights = new Float64Array(problem.arcs.length).fill(1);
  const markets = new Map<string, { arc: number; flow: number; cost: number }[]>();
  const arcs = new Map(problem.arcs.map((arc, k) => [`${arc.from}:${arc.to}:${arc.good}`, k]));
  for (const row of problem.benchmark) {
    const arc = arcs.get(`${row.from}:${row.to}:${row.good}`);
    if (arc === undefined || row.flow === 0 || problem.dispersion[row.good] === 0) continue;
    const key = `${row.good}:${row.to}`;
    const cost = row.delivered ?? benchmarkCost(problem, arc, row.price, row.flow);
    markets.set(key, [...(markets.get(key) ?? []), { arc, flow: row.flow, cost }]);
  }
  for (const rows of markets.values()) {
    const total = rows.reduce((sum, row) => sum + row.flow, 0);
    const mean = rows.reduce((sum, row) => sum + (row.flow / total) * row.cost, 0);
    const theta = problem.dispersion[problem.arcs[rows[0].arc].good];
    for (const { arc, flow, cost } of rows) weights[arc] = (flow / total) * exp((cost - mean) / theta);
  }
  return weights;
}

function benchmarkCost(problem: MarketProblem, index: number, price: number, flow: number): number {
  const arc = problem.arcs[index];
  const { onFob, onCif, specific } = dutyRates(problem, arc, "none");
  const fob = (1 + arc.exportTax.adValorem) * price + arc.exportTax.specific;
  const congestion = arc.slope === 0 ? 0 : arc.slope * exp(arc.power * log(flow));
  return fob * (1 + onFob + onCif) + (1 + onCif) * (arc.cost + congestion) + specific;
}

/**
 * Use costs of regions that buy (almost) nothing, P = −θ·ln Σ weight·exp(−cost/θ), from their delivered costs; those of
 * the others freed from the margin of their total.
 *
 * @param priceOf unknown use price. @param x a solution, changed in place.
 */
export function settleUseCosts(
  problem: MarketProblem,
  arcs: readonly ArcUnknowns[],
  quantityUnit: (good: number) => number,
  cost: (arc: ArcUnknowns) => number,
  priceOf: (region: number, good: number) => number,
  x: Float64Array,
): void {
  if (problem.dispersion.every((theta) => theta === 0)) return;
  const weights = routeWeights(problem);
  for (const group of destinations(problem, arcs)) {
    const { good, to } = problem.arcs[group[0].arc];
    const flows = group.flatMap((unknowns) => unknowns.parts.map((part) => part.unknown));
    const theta = problem.dispersion[good];
    const bought = flows.reduce((sum, flow) => sum + x[flow], 0);
    if (bought > SMALLEST_TRADE * quantityUnit(good)) {
      x[priceOf(to, good)] += theta * log1p((quantityUnit(good) * SMALLEST_TOTAL) / bought);
      continue;
    }
    const costs = group.map(cost);
    const least = Math.min(...costs);
    const sum = group.reduce(
      (total, { arc }, k) => total + weights[arc] * exp((least - costs[k]) / theta),
      0,
    );
    for (const flow of flows) x[flow] = 0;
    x[priceOf(to, good)] = least - theta * log(sum);
  }
}
