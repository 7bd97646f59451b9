import { select } from "../fields/index.js";
import type { LeverEntry, Reaction } from "./reaction.js";

/**
 * Limit pricing: the responder supports its makers of the contested goods, so that prices fall by about the cut and plants outside do
 * not pay. The cost is its own and stands in its accounts. No one committed, no war.
 */
export const priceWar: Reaction = {
  id: "price-war",
  answer({ responder, committed, from, to, goods, basePrice }, { fought, priceCut }) {
    if (committed.length === 0 || priceCut === 0) return [];
    return select(fought, goods).map((good): LeverEntry => {
      const support = `${priceCut * basePrice(good)} USD/kg`;
      const id = `response-price-${good.toLowerCase().replaceAll(".", "-")}`;
      return {
        subsidy: { id, covers: responder, goods: good, "per-tonne": support, "paid-by": responder, from, to },
      };
    });
  },
};
