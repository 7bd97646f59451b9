import { log } from "../numeric/elementary.js";
import type { Equilibrium, Market } from "../market/market.js";

/**
 * Cost of matching buyers with origins, θ Σ q ln(s/a), a = N e^{−h/θ}, kUSD/y per buyer: real effort, no money; zero in the base year.
 */
export function matchCost({ buyers, arcs }: Market, { flow }: Equilibrium): Float64Array {
  const cost = new Float64Array(buyers.count);
  for (let b = 0; b < buyers.count; b++) {
    let [total, sum] = [0, 0];
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) total += flow[a];
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      if (flow[a] > 0) sum += flow[a] * (log(flow[a] / total) - arcs.logWeight[a]);
    }
    cost[b] = buyers.theta[b] * sum;
  }
  return cost;
}

/** The same between grades within an end use, per use; zero where grades are in fixed proportions. */
export function gradeMatchCost({ uses }: Market, { demandByGood }: Equilibrium): Float64Array {
  const cost = new Float64Array(uses.count);
  for (let u = 0; u < uses.count; u++) {
    if (uses.gradeScale[u] === 0) continue;
    let [total, sum] = [0, 0];
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++) total += demandByGood[i];
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++) {
      if (demandByGood[i] > 0) sum += demandByGood[i] * (log(demandByGood[i] / total) - uses.goodWeight[i]);
    }
    cost[u] = uses.gradeScale[u] * sum;
  }
  return cost;
}
