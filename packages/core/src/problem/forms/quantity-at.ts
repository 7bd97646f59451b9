import { pow } from "../../numeric/elementary.js";
import type { Curve } from "../market-problem.js";
import { golombekQuantity } from "./golombek.js";
import { inverseLinear } from "./linear.js";

/**
 * What a side wants at a price of one good, the prices of the others on the curve given: Infinity where a flat curve
 * wants without limit.
 *
 * @param virtual prices on the curve of all its goods.
 */
export function quantityAt(
  curve: Curve,
  side: 1 | -1,
  g: number,
  price: number,
  virtual: readonly number[],
): number {
  switch (curve.form) {
    case "inverse-linear":
    case "linear": {
      const inverse = inverseLinear(curve);
      if (inverse === undefined) return Math.max(0, curve.intercept);
      if (inverse.slope === 0) return side * (price - inverse.intercept) > 0 ? Infinity : 0;
      return Math.max(0, (price - inverse.intercept) / inverse.slope);
    }
    case "isoelastic":
      return price <= 0
        ? side > 0
          ? 0
          : Infinity
        : curve.quantity * pow(price / curve.price, curve.elasticity);
    case "fixed":
      return curve.quantity;
    case "golombek":
      return Math.max(0, golombekQuantity(curve, price));
    case "steps":
      return curve.steps.reduce((sum, [size, at]) => sum + (side * (price - at) >= 0 ? size : 0), 0);
    case "linear-system":
      return Math.max(
        0,
        curve.slope[g].reduce(
          (sum, slope, h) => sum + slope * (h === g ? price : virtual[h]),
          curve.intercept[g],
        ),
      );
    default:
      return NaN;
  }
}
