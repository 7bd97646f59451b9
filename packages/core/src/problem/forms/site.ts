import { addTo, type Expression } from "../compile/expression.js";
import type { UnitBuilder } from "../compile/unit-builder.js";

/** Where a curve stands: one side of the market of one or several goods in a region. */
export interface Site {
  readonly builder: UnitBuilder;
  /** 1 for supply, −1 for demand. */
  readonly side: 1 | -1;
  readonly goods: readonly number[];
  /** By good: what a further unit brings its seller or costs its buyer, subsidies included. */
  readonly price: readonly Expression[];
  /** By good: the balance that supply adds to and demand takes from. */
  readonly balance: readonly number[];
  readonly capacity: number;
  /**
   * True where a regulated price may keep this side from trading all it wants, fixed quantities included: the last unit
   * is then worth no more than `RATIONED_WORTH`.
   */
  readonly rationed: boolean;
}

/** In typical prices of the good: what a buyer who must have it, or a seller who must be rid of it, would give at most. */
export const RATIONED_WORTH = 20;

/** In θ: an origin dearer by this is left out of a choice, its share below a rounding error's (e⁻⁶⁰). */
const SHUNNED = 60;

/** A price of a dispersed good at which nobody would buy. @param typical price of the good. */
export function shunnedPrice(typical: number, theta: number): number {
  return RATIONED_WORTH * typical + SHUNNED * theta;
}

/** What a curve became: unknowns whose sum is the quantity, and quantities that do not depend on prices. */
export interface CurveUnknowns {
  readonly quantity: readonly (readonly number[])[];
  readonly fixed: readonly number[];
  /** By good: the price on the curve, where the form is given as quantity of price; −1 otherwise. */
  readonly virtualPrice: readonly number[];
}

/** Adds an unknown quantity of good number g with the condition side · (value − price) ⟂ quantity ≥ 0; the value is left to add. */
export function addQuantity(site: Site, g: number, upper = site.capacity): number {
  const { builder, side, goods, price, balance } = site;
  const quantity = builder.quantity(goods[g], upper);
  addTo(builder, quantity, price[g], -side);
  builder.linear(balance[g], quantity, side);
  return quantity;
}

/**
 * Adds an unknown price on a curve given as quantity of price, with the condition side · (curve(price) − quantity) = 0;
 * the curve is left to add.
 */
export function addVirtualPrice(site: Site, g: number, quantity: number, lower: number): number {
  const { builder, side, goods, rationed } = site;
  const most = RATIONED_WORTH * builder.scales.price[goods[g]];
  const price = builder.price(goods[g], lower, rationed && side < 0 ? most : Infinity);
  builder.linear(quantity, price, side);
  builder.linear(price, quantity, -side);
  return price;
}
