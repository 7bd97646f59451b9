import { exp, log } from "../../numeric/elementary.js";
import type { MarketProblem } from "../market-problem.js";
import { dutyRates } from "./add-arcs.js";

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
