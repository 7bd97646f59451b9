import type { Equilibrium, Market } from "../market/market.js";
import type { DemandCurve } from "./demand-curve.js";
import { gradePrice } from "./grade-price.js";
import { habitSurplus } from "./habit-surplus.js";
import { gradeMatchCost, matchCost } from "./match-cost.js";
import { nodeMargins, type NodeMargins } from "./node-margin.js";
import { routeCharges, type RouteCharges } from "./route-charges.js";

/** Habits of users as the year finds them, per use. */
export interface Habits {
  readonly habit: Float64Array;
  readonly exponentLong: Float64Array;
  readonly habitGap: Float64Array;
}

/** A year's entries before they are booked: recomputed from the answer once, for accounts and identities alike. */
export interface YearLedger {
  readonly charges: RouteCharges;
  readonly margins: NodeMargins;
  /** kUSD/y per buyer, and per use. */
  readonly match: Float64Array;
  readonly gradeMatch: Float64Array;
  /** kUSD/t per use. */
  readonly usePrice: Float64Array;
  /** Surplus kept by adapted habits, kUSD/y per use. */
  readonly habit: Float64Array;
}

export function yearLedger(market: Market, equilibrium: Equilibrium, habits: Habits): YearLedger {
  return {
    charges: routeCharges(market, equilibrium),
    margins: nodeMargins(market, equilibrium),
    match: matchCost(market, equilibrium),
    gradeMatch: gradeMatchCost(market, equilibrium),
    usePrice: gradePrice(market, equilibrium.usePrice),
    habit: habitSurpluses(market, habits),
  };
}

/** The year's demand curve of a use, its quantity carrying habit and growth. */
export function demandCurve({ uses }: Market, u: number): DemandCurve {
  const [quantity, basePrice] = [uses.quantity[u], uses.basePrice[u]];
  return { quantity, basePrice, exponent: uses.elasticity[u], choke: uses.choke[u] };
}

function habitSurpluses(market: Market, { habit, exponentLong, habitGap }: Habits): Float64Array {
  const surplus = new Float64Array(market.uses.count);
  for (let u = 0; u < surplus.length; u++) {
    const short = demandCurve(market, u);
    surplus[u] = habitSurplus({ short, habit: habit[u], exponentLong: exponentLong[u], gap: habitGap[u] });
  }
  return surplus;
}
