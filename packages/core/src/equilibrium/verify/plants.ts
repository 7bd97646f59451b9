import type { Market } from "../../market/market.js";
import { exp } from "../../numeric/elementary.js";
import type { Prices } from "./landed.js";

/** Margin per tonne of level: outputs at net prices less inputs at use prices, cost and rents, plus support and contracts. */
export function margins(market: Market, found: Prices & { readonly usePrice: Float64Array }): Float64Array {
  const { nodes, contracts, controls } = market;
  const margin = new Float64Array(nodes.count);
  for (let k = 0; k < nodes.count; k++) {
    let value = 0;
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      value += nodes.outCoefficient[i] * found.originPrice[nodes.outOrigin[i]];
    }
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
      if (nodes.inCoefficient[i] !== 0) value -= nodes.inCoefficient[i] * found.usePrice[nodes.inBuyer[i]];
    }
    margin[k] = value - nodes.cost[k] + nodes.support[k];
  }
  for (const contract of contracts) {
    const index = contract.indexFactor * found.originPrice[contract.indexOrigin];
    const excess = Math.max(0, index - contract.upsideStrike);
    const payment = Math.max(0, contract.strike - index) - (excess > 0 ? contract.upsideShare * excess : 0);
    margin[contract.node] +=
      contract.coverage * outputPerTonne(market, contract.node, contract.good) * payment;
  }
  controls.forEach((control, c) => {
    if (control.on === "node")
      control.members.forEach((k, i) => (margin[k] -= control.coefficient[i] * found.rent[c]));
  });
  return margin;
}

function outputPerTonne({ nodes, origins }: Market, node: number, good: number): number {
  for (let i = nodes.outStart[node]; i < nodes.outStart[node + 1]; i++) {
    if (origins.good[nodes.outOrigin[i]] === good) return nodes.outCoefficient[i];
  }
  return 0;
}

/** y = K·min(u, ramp), u = (σ(m/γ) − b)/(1 − b) with b = σ(−c/γ), which is σ(m/γ)·(1 − e^{−(m+c)/γ}). */
export function plantLevel({ nodes }: Market, k: number, margin: number): number {
  const cost = nodes.cost[k];
  if (!(margin > -cost)) return 0;
  const gamma = Math.max(nodes.gamma[k], 1e-6 * Math.max(1, Math.abs(cost)));
  const use = (1 - exp(-(margin + cost) / gamma)) / (1 + exp(-margin / gamma));
  return nodes.capacity[k] * Math.min(use, nodes.ramp[k]);
}
