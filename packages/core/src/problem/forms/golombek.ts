import { exp, log } from "../../numeric/elementary.js";
import { linearCurve } from "./linear.js";
import { addQuantity, addVirtualPrice, type CurveUnknowns, type Site } from "./site.js";

export interface GolombekCurve {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly limit: number;
}

/**
 * p = a + b·q + c·ln(1 − q/limit), c ≤ 0 (Golombek, Gjelsvik and Rosendahl 1995). Solved as quantity of price, which is
 * smooth and bounded, where the price of a quantity is not.
 */
export function golombekCurve(curve: GolombekCurve, site: Site): CurveUnknowns {
  if (curve.c === 0)
    return linearCurve(
      { form: "inverse-linear", intercept: curve.a, slope: curve.b },
      { ...site, capacity: curve.limit },
    );
  const quantity = addQuantity(site, 0, Infinity);
  const price = addVirtualPrice(site, 0, quantity, -Infinity);
  site.builder.term({
    entries: [[price, price]],
    residual(x, f) {
      f[price] += site.side * (curve.limit - golombekRoom(curve, x[price]));
    },
    jacobian(x, values, slots) {
      const room = golombekRoom(curve, x[price]);
      values[slots[0]] += (site.side * room) / (curve.b * room - curve.c);
    },
  });
  return { quantity: [[quantity]], fixed: [0], virtualPrice: [price] };
}

/** Quantity at a price where the curve is strictly convex (c < 0); negative below the price a. */
export function golombekQuantity(curve: GolombekCurve, p: number): number {
  if (curve.c < 0) return curve.limit - golombekRoom(curve, p);
  if (curve.b === 0) return p > curve.a ? curve.limit : 0;
  return Math.min(curve.limit, (p - curve.a) / curve.b);
}

/** Capacity left at a price: the root r > 0 of a + b·(limit − r) + c·ln(r/limit) = p, by Newton's method in ln r. */
function golombekRoom({ a, b, c, limit }: GolombekCurve, p: number): number {
  let t = 0;
  for (let iteration = 0; iteration < 100; iteration++) {
    const room = exp(t);
    const value = a + b * limit * (1 - room) + c * t - p;
    const step = value / (b * limit * room - c);
    const bounded = Math.max(-50, Math.min(step, t > 0 ? 2 : 50));
    t = Math.max(-700, t + bounded);
    if (Math.abs(step) < 1e-15 * (1 + Math.abs(t))) break;
  }
  return limit * exp(t);
}

/** Area under the curve from 0 to q. */
export function golombekArea({ a, b, c, limit }: GolombekCurve, q: number): number {
  const rest = 1 - q / limit;
  const logPart = rest > 0 ? -limit * (rest * log(rest) - rest + 1) : -limit;
  return a * q + 0.5 * b * q * q + c * logPart;
}
