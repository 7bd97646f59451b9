import { log, pow } from "../../numeric/elementary.js";
import { fixedCurve } from "./fixed.js";
import { addQuantity, addVirtualPrice, type CurveUnknowns, type Site } from "./site.js";

export interface IsoelasticCurve {
  readonly quantity: number;
  readonly price: number;
  readonly elasticity: number;
}

/** Powers of smaller numbers count as 0 or infinity. */
const TINY = 1e-290;
/** Of its own price: what a rationed buyer with elastic demand pays at least, so that its quantity stays a number. */
const LOWEST_PRICE = 1e-6;
/** Below this share of its quantity the area under a curve without a finite one goes on at the price reached there. */
const SMALLEST_SHARE = 1e-9;

/**
 * q = quantity·(p/price)^elasticity, written as quantity of price or as price of quantity, whichever has the exponent
 * of at most one, so that Newton steps stay short of wild. A rationed buyer's worth is bounded, so it is a price.
 */
export function isoelasticCurve(curve: IsoelasticCurve, site: Site): CurveUnknowns {
  if (curve.elasticity === 0 || curve.quantity === 0) return fixedCurve(curve, site);
  const quantity = addQuantity(site, 0);
  const elastic = Math.abs(curve.elasticity) >= 1;
  const rationed = site.rationed && site.side < 0;
  const asQuantity = !elastic || rationed;
  const price = asQuantity
    ? addVirtualPrice(site, 0, quantity, elastic ? LOWEST_PRICE * curve.price : 0)
    : -1;
  const at = asQuantity ? price : quantity;
  const [unit, scale, exponent] = asQuantity
    ? [curve.price, curve.quantity, curve.elasticity]
    : [curve.quantity, curve.price, 1 / curve.elasticity];
  site.builder.term({
    entries: [[at, at]],
    residual(x, f) {
      f[at] += site.side * scale * pow(Math.max(x[at] / unit, TINY), exponent);
    },
    jacobian(x, values, slots) {
      const ratio = Math.max(x[at] / unit, TINY);
      values[slots[0]] += (site.side * scale * exponent * pow(ratio, exponent - 1)) / unit;
    },
  });
  return { quantity: [[quantity]], fixed: [0], virtualPrice: [price] };
}

/** Derivative of order 1 or 2 of price by quantity. */
export function isoelasticSlope(
  { quantity, price, elasticity }: IsoelasticCurve,
  q: number,
  order: 1 | 2,
): number {
  const exponent = 1 / elasticity;
  const first = (price / quantity) * exponent * pow(Math.max(q / quantity, TINY), exponent - 1);
  return order === 1 ? first : (first * (exponent - 1)) / Math.max(q, TINY * quantity);
}

/** Area under the curve from 0 to q; where that is infinite, from the curve's own quantity. */
export function isoelasticArea(curve: IsoelasticCurve, q: number): number {
  const { quantity, price, elasticity } = curve;
  if (elasticity === 0 || quantity === 0) return 0;
  const power = 1 / elasticity + 1;
  if (power > 1e-12) return ((price * quantity) / power) * (q === 0 ? 0 : pow(q / quantity, power));
  const ratio = Math.max(q / quantity, SMALLEST_SHARE);
  const missing = Math.max(0, SMALLEST_SHARE - q / quantity) * price * pow(SMALLEST_SHARE, 1 / elasticity);
  const log1 = Math.abs(power) < 1e-12 ? log(ratio) : (pow(ratio, power) - 1) / power;
  return price * quantity * log1 - quantity * missing;
}
