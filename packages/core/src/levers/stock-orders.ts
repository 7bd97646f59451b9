import type { OfBase } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import { useOf } from "./base-use.js";
import type { LeverContext } from "./definition.js";
import { payersOf, type PayerParams } from "./payers.js";

export interface StockPurchase {
  readonly holders: readonly string[];
  readonly good: string;
  /** t/y over all holders, shared by their base-year use; negative is a release. */
  readonly tonnes: number;
  readonly payers: PayerParams;
}

/** Public purchases into stock (or releases, at most the base-year use of each holder), attributed to the lever. */
export function orderStock(edit: MarketEdit, context: LeverContext, purchase: StockPurchase): void {
  const { good, holders, tonnes } = purchase;
  if (tonnes === 0) return;
  const buyers = holders.flatMap((region) => edit.buyerIndex(region, good) ?? []);
  const used = useOf(edit, holders, good);
  const payers = payersOf(edit, purchase.payers, { goods: [good] }, context);
  for (const buyer of buyers) {
    const use = edit.baseUse(buyer);
    const part = used > 0 ? use / used : 1 / buyers.length;
    edit.stock(context.id, buyer, Math.max(tonnes * part, -use), payers);
  }
}

/** A stated volume, or its share of the base-year use. */
export function tonnesOf(volume: number | OfBase, use: number): number {
  return typeof volume === "number" ? volume : volume.share * use;
}
