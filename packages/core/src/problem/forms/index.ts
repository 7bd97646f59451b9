import type { Curve } from "../market-problem.js";
import { cesCurve, cesSurplus } from "./ces.js";
import { fixedCurve } from "./fixed.js";
import { golombekArea, golombekCurve } from "./golombek.js";
import { isoelasticArea, isoelasticCurve, isoelasticSlope } from "./isoelastic.js";
import { isoelasticSystem, isoelasticSystemSurplus } from "./isoelastic-system.js";
import { inverseLinear, linearArea, linearCurve } from "./linear.js";
import { inverseSystem, linearSystem, linearSystemArea } from "./linear-system.js";
import type { CurveUnknowns, Site } from "./site.js";
import { stepsArea, stepsCurve } from "./steps.js";

/** Adds a curve to the problem under construction. */
export function addCurve(curve: Curve, site: Site): CurveUnknowns {
  switch (curve.form) {
    case "inverse-linear":
    case "linear":
      return linearCurve(curve, site);
    case "isoelastic":
      return isoelasticCurve(curve, site);
    case "fixed":
      return fixedCurve(curve, site);
    case "golombek":
      return golombekCurve(curve, site);
    case "steps":
      return stepsCurve(curve, site);
    case "linear-system":
    case "inverse-linear-system":
      return linearSystem(curve, site);
    case "isoelastic-system":
      return isoelasticSystem(curve, site);
    case "ces":
      return cesCurve(curve, site);
  }
}

/**
 * Surplus of one side: the area between its curve and the money it gets or pays.
 * @param q quantity by good. @param p price by good on the curve's own side, subsidies included.
 * @param virtual price on the curve by good: differs from p where a side is rationed.
 */
export function curveSurplus(
  curve: Curve,
  side: 1 | -1,
  q: readonly number[],
  p: readonly number[],
  virtual: readonly number[],
): number {
  const money = q.reduce((sum, amount, g) => sum + amount * p[g], 0);
  const rationed = q.reduce((sum, amount, g) => sum + side * amount * (p[g] - virtual[g]), 0);
  switch (curve.form) {
    case "ces":
      return cesSurplus(curve, virtual) + rationed;
    case "isoelastic-system":
      return -side * isoelasticSystemSurplus(curve, virtual) + rationed;
    default:
      return side * (money - area(curve, side, q));
  }
}

function area(
  curve: Exclude<Curve, { form: "ces" | "isoelastic-system" }>,
  side: 1 | -1,
  q: readonly number[],
): number {
  switch (curve.form) {
    case "inverse-linear":
    case "linear":
      return linearArea(curve, q[0]);
    case "isoelastic":
      return isoelasticArea(curve, q[0]);
    case "fixed":
      return 0;
    case "golombek":
      return golombekArea(curve, q[0]);
    case "steps":
      return stepsArea(curve, q[0], side);
    case "linear-system":
    case "inverse-linear-system":
      return linearSystemArea(curve, q);
  }
}

/** Derivative of the price of one good by its own or another quantity, for sellers who know how the price gives way. */
export interface PriceSlope {
  /** By good of the curve: constant derivatives. */
  readonly constant?: readonly (readonly number[])[];
  /** First and second derivative at q. */
  readonly at?: (q: number, order: 1 | 2) => number;
}

/** Undefined where the form has no price that gives way smoothly (fixed, steps) or is not treated (isoelastic systems, ces). */
export function priceSlope(curve: Curve): PriceSlope | undefined {
  switch (curve.form) {
    case "inverse-linear":
    case "linear": {
      const inverse = inverseLinear(curve);
      return inverse && { constant: [[inverse.slope]] };
    }
    case "linear-system":
    case "inverse-linear-system": {
      const inverse = inverseSystem(curve);
      return inverse && { constant: inverse.slope };
    }
    case "isoelastic":
      if (curve.elasticity === 0 || curve.quantity === 0) return undefined;
      return { at: (q, order) => isoelasticSlope(curve, q, order) };
    default:
      return undefined;
  }
}
