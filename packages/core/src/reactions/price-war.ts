import { select } from "../fields/index.js";
import type { LeverEntry, Reaction } from "./reaction.js";

/**
 * Limit pricing: the responder refunds a part of the price on what it sells to the committed of the contested goods and of the
 * intermediate goods made of them, which would carry the fight elsewhere. The cut stays within its cost: it is at most what its makers
 * earn above their cost of making at base prices. It is triggered good by good, in years in which plants outside could make more than in the
 * base year by the stated share. The treasury pays. No one committed, no war.
 */
export const priceWar: Reaction = {
  id: "price-war",
  answer({ responder, committed, from, to, goods, basePrice, aboveCost, madeOf }, settings) {
    const { fought, priceCut, outsideGrowth } = settings;
    if (committed.length === 0) return [];
    const contested = select(fought, goods);
    const wider = goods.filter(
      (good) => contested.includes(good) || contested.some((input) => madeOf(input).includes(good)),
    );
    return wider.flatMap((good): LeverEntry[] => {
      const cut = Math.min(priceCut * basePrice(good), aboveCost(good));
      if (!(cut > 0)) return [];
      const id = `response-price-${good.toLowerCase().replaceAll(".", "-")}`;
      const fields = { id, exporter: responder, destinations: committed, goods: good, from, to };
      const specific = `${-cut} USD/kg`;
      return [{ "export-tax": { ...fields, specific, "outside-growth": `${100 * outsideGrowth}%` } }];
    });
  },
};
