import { exp, log } from "../../numeric/elementary.js";
import type { Curve } from "../market-problem.js";

/** Least and most that one side takes at a price. */
export type Range = readonly [least: number, most: number];

export const same = (value: number): Range => [value, value];
export const below = (value: number): Range => [-Infinity, value];
export const above = (value: number): Range => [value, Infinity];

/** Quantities on a curve of one good at a price, straight from the definition of its form. */
export function quantitiesAt(curve: Curve, side: 1 | -1, price: number, capacity: number): Range {
  const [least, most] = unlimited(curve, side, price);
  return [Math.min(Math.max(0, least), capacity), Math.min(Math.max(0, most), capacity)];
}

function unlimited(curve: Curve, side: 1 | -1, price: number): Range {
  switch (curve.form) {
    case "inverse-linear":
      if (curve.slope === 0) return flat(side * (price - curve.intercept));
      return both((price - curve.intercept) / curve.slope);
    case "linear":
      return both(curve.intercept + curve.slope * price);
    case "isoelastic": {
      if (curve.elasticity === 0) return both(curve.quantity);
      if (price <= 0) return both(side > 0 ? 0 : Infinity);
      return both(curve.quantity * exp(curve.elasticity * log(price / curve.price)));
    }
    case "fixed":
      return both(curve.quantity);
    case "steps":
      return [
        curve.steps.reduce((sum, [size, at]) => sum + (side * (price - at) > 0 ? size : 0), 0),
        curve.steps.reduce((sum, [size, at]) => sum + (side * (price - at) >= 0 ? size : 0), 0),
      ];
    case "golombek":
      return both(golombekByHalving(curve, price));
    default:
      return [NaN, NaN];
  }
}

function both(quantity: number): Range {
  return [quantity, quantity];
}

function flat(margin: number): Range {
  return margin < 0 ? [0, 0] : margin > 0 ? [Infinity, Infinity] : [0, Infinity];
}

function golombekByHalving(curve: { a: number; b: number; c: number; limit: number }, price: number): number {
  if (price <= curve.a) return 0;
  const costAt = (q: number) =>
    curve.a + curve.b * q + (curve.c === 0 ? 0 : curve.c * log(1 - q / curve.limit));
  let [low, high] = [0, curve.limit];
  for (let k = 0; k < 200; k++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (costAt(middle) < price) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/**
 * The smallest t for which some price within t·priceScale of the given one makes the side take the quantity within
 * t·quantityScale: small where either the price or the quantity is right.
 */
export function curveViolation(
  at: (price: number) => Range,
  side: 1 | -1,
  price: Range,
  quantity: number,
  priceScale: number,
  quantityScale: number,
): number {
  const fits = (t: number) => {
    const slack = t * priceScale * side;
    const [low, high] = side > 0 ? price : [price[1], price[0]];
    const [least] = at(low - slack);
    const [, most] = at(high + slack);
    return quantity >= least - t * quantityScale && quantity <= most + t * quantityScale;
  };
  if (!Number.isFinite(quantity) || Number.isNaN(price[0]) || Number.isNaN(price[1])) return Infinity;
  let t = 1e-16;
  while (t < 1 && !fits(t)) t *= 1.3;
  return fits(t) ? (t === 1e-16 ? 0 : t) : Infinity;
}
