import { fixedCurve } from "./fixed.js";
import { addQuantity, type CurveUnknowns, type Site } from "./site.js";

export interface LinearCurve {
  readonly form: "inverse-linear" | "linear";
  readonly intercept: number;
  readonly slope: number;
}

/** p = intercept + slope·q, or q = intercept + slope·p. */
export function linearCurve(curve: LinearCurve, site: Site): CurveUnknowns {
  const inverse = inverseLinear(curve);
  if (inverse === undefined) return fixedCurve({ quantity: Math.max(0, curve.intercept) }, site);
  const quantity = addQuantity(site, 0);
  site.builder.constant(quantity, site.side * inverse.intercept);
  site.builder.linear(quantity, quantity, site.side * inverse.slope);
  return { quantity: [[quantity]], fixed: [0], virtualPrice: [-1] };
}

/** Price as a function of quantity; undefined for a vertical curve. */
export function inverseLinear({ form, intercept, slope }: LinearCurve) {
  if (form === "inverse-linear") return { intercept, slope };
  return slope === 0 ? undefined : { intercept: -intercept / slope, slope: 1 / slope };
}

/** Area under the curve from 0 to q. */
export function linearArea(curve: LinearCurve, q: number): number {
  const inverse = inverseLinear(curve);
  return inverse === undefined ? 0 : q * (inverse.intercept + 0.5 * inverse.slope * q);
}
