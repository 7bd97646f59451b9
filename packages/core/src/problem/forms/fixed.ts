import { RATIONED_WORTH, type CurveUnknowns, type Site } from "./site.js";
import { stepsCurve } from "./steps.js";

/** A quantity whatever the price, or as much of it as a regulated price lets through. */
export function fixedCurve(curve: { readonly quantity: number }, site: Site): CurveUnknowns {
  const quantity = Math.min(curve.quantity, site.capacity);
  if (site.rationed) {
    const worth = -site.side * RATIONED_WORTH * site.builder.scales.price[site.goods[0]];
    return stepsCurve({ steps: [[quantity, worth]] }, site);
  }
  site.builder.constant(site.balance[0], site.side * quantity);
  return { quantity: [[]], fixed: [quantity], virtualPrice: [-1] };
}
