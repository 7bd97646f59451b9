import type { CurveUnknowns, Site } from "./site.js";

/** A quantity whatever the price. */
export function fixedCurve({ quantity }: { readonly quantity: number }, site: Site): CurveUnknowns {
  site.builder.constant(site.balance[0], site.side * quantity);
  return { quantity: [[]], fixed: [quantity], virtualPrice: [-1] };
}
