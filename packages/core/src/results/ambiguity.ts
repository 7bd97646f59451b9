import type { Issue } from "../errors/issue.js";
import type { Equilibrium, Market } from "../market/market.js";

/** A year in which more than one answer fits, and where the two found lie furthest apart, kUSD/t. */
export interface AmbiguousYear {
  readonly year: number;
  readonly good?: string;
  readonly region?: string;
  readonly price?: number;
  readonly otherPrice?: number;
}

export function ambiguousYear(year: number, market: Market, equilibrium: Equilibrium): AmbiguousYear {
  const { originPrice, otherOriginPrice } = equilibrium;
  if (otherOriginPrice === undefined) return { year };
  let [at, most] = [-1, 0];
  originPrice.forEach((price, o) => {
    const apart = Math.abs(price - otherOriginPrice[o]) / Math.max(1, Math.abs(price));
    if (apart > most) [at, most] = [o, apart];
  });
  if (at < 0) return { year };
  const good = market.goods[market.origins.good[at]];
  const region = market.regions[market.origins.region[at]];
  return { year, good, region, price: originPrice[at], otherPrice: otherOriginPrice[at] };
}

/** One warning for all such years of a run. */
export function ambiguityWarning(years: readonly AmbiguousYear[]): Issue[] {
  return years.length === 0 ? [] : [{ code: "AMBIGUOUS", details: { years } }];
}
