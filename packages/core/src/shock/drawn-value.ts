import type { Step } from "../horizon/index.js";
import { STORES } from "./cover.js";

/** What a stopped year draws from stores, at the use price of the year before the stop, kUSD/y per region. */
export function drawnValue({ market }: Step, { equilibrium }: Step): Float64Array {
  const value = new Float64Array(market.regions.length);
  for (const { lever, buyer, quantity } of market.stockOrders)
    if (lever === STORES) value[market.buyers.region[buyer]] -= quantity * equilibrium.usePrice[buyer];
  return value;
}
