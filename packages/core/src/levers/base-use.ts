import type { MarketEdit } from "../market/edit.js";

/** Base-year use of a good in regions, t/y. */
export function useOf(edit: MarketEdit, regions: readonly string[], good: string): number {
  let use = 0;
  for (const region of regions) {
    const buyer = edit.buyerIndex(region, good);
    if (buyer !== undefined) use += edit.baseUse(buyer);
  }
  return use;
}
