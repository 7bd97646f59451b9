import type { Contract, Equilibrium, Market } from "../market/market.js";
import { contractPayment } from "./node-margin.js";

/** What a contract pays in a year for the output that it covers, kUSD; negative where the seller pays back. */
export function contractAmount(
  contract: Contract,
  { nodes, origins }: Pick<Market, "nodes" | "origins">,
  { level, originPrice }: Pick<Equilibrium, "level" | "originPrice">,
): number {
  const { node: k, good, coverage } = contract;
  let made = 0;
  for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
    if (origins.good[nodes.outOrigin[i]] === good) made += nodes.outCoefficient[i] * level[k];
  }
  return made * coverage * contractPayment(contract, originPrice);
}
