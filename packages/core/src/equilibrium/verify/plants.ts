import type { Market } from "../../market/market.js";
import { exp } from "../../numeric/elementary.js";
import { range } from "./open-routes.js";
import type { Prices } from "./landed.js";

/** Margin per tonne of level: outputs at net prices less inputs at use prices, cost and rents, plus support and contracts. */
export function margins(market: Market, found: Prices & { readonly usePrice: ArrayLike<number> }): number[] {
  const { nodes, contracts, controls, origins } = market;
  const margin = Array.from(nodes.cost, (cost, k) => nodes.support[k] - cost);
  for (let k = 0; k < nodes.count; k++) {
    for (const i of range(nodes.outStart, k))
      margin[k] += nodes.outCoefficient[i] * found.originPrice[nodes.outOrigin[i]];
    for (const i of range(nodes.inStart, k)) {
      if (nodes.inCoefficient[i] !== 0)
        margin[k] -= nodes.inCoefficient[i] * found.usePrice[nodes.inBuyer[i]];
    }
  }
  for (const contract of contracts) {
    const index = contract.indexFactor * found.originPrice[contract.indexOrigin];
    const excess = Math.max(0, index - contract.upsideStrike);
    const payment = Math.max(0, contract.strike - index) - (excess > 0 ? contract.upsideShare * excess : 0);
    const output = range(nodes.outStart, contract.node).find(
      (i) => origins.good[nodes.outOrigin[i]] === contract.good,
    );
    if (output !== undefined)
      margin[contract.node] += contract.coverage * nodes.outCoefficient[output] * payment;
  }
  controls.forEach((control, c) => {
    if (control.on === "node")
      control.members.forEach((k, i) => (margin[k] -= control.coefficient[i] * found.rent[c]));
  });
  return margin;
}

/** y = K·min(u, ramp), u = (σ(m/γ) − b)/(1 − b) with b = σ(−c/γ), which is σ(m/γ)·(1 − e^{−(m+c)/γ}). */
export function plantLevel({ nodes }: Market, k: number, margin: number): number {
  const cost = nodes.cost[k];
  if (!(margin > -cost)) return 0;
  const gamma = Math.max(nodes.gamma[k], 1e-6 * Math.max(1, Math.abs(cost)));
  const gap = (margin + cost) / gamma;
  const upper = 1 / (1 + exp(-margin / gamma));
  return nodes.capacity[k] * Math.min(upper * (1 - exp(-gap)), nodes.ramp[k]);
}
