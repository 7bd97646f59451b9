import { exp, log } from "../../numeric/elementary.js";
import { addQuantity, addVirtualPrice, type CurveUnknowns, type Site } from "./site.js";

export interface IsoelasticSystem {
  readonly quantity: readonly number[];
  readonly price: readonly number[];
  readonly elasticity: readonly (readonly number[])[];
}

const TINY = 1e-290;

/** ln(q_g/quantity_g) = Σ_h elasticity_gh·ln(p_h/price_h). */
export function isoelasticSystem(curve: IsoelasticSystem, site: Site): CurveUnknowns {
  const quantity = curve.quantity.map((_, g) => addQuantity(site, g, Infinity));
  const price = quantity.map((q, g) => addVirtualPrice(site, g, q, 0));
  const n = price.length;
  const onCurve = (x: Float64Array) =>
    isoelasticQuantities(
      curve,
      price.map((p) => x[p]),
    );
  site.builder.term({
    entries: price.flatMap((row) => price.map((column) => [row, column] as const)),
    residual(x, f) {
      onCurve(x).forEach((q, g) => (f[price[g]] += site.side * q));
    },
    jacobian(x, values, slots) {
      onCurve(x).forEach((q, g) => {
        for (let h = 0; h < n; h++)
          values[slots[g * n + h]] += (site.side * q * curve.elasticity[g][h]) / Math.max(x[price[h]], TINY);
      });
    },
  });
  return { quantity: quantity.map((q) => [q]), fixed: quantity.map(() => 0), virtualPrice: price };
}

export function isoelasticQuantities(curve: IsoelasticSystem, p: readonly number[]): number[] {
  const logs = p.map((value, h) => log(Math.max(value / curve.price[h], TINY)));
  return curve.quantity.map(
    (q, g) => q * exp(curve.elasticity[g].reduce((sum, e, h) => sum + e * logs[h], 0)),
  );
}

/**
 * −Σ_g ∫ q_g dp_g from the curve's own prices to p along the straight line of logarithms: a change of surplus, exact
 * where the system is integrable.
 */
export function isoelasticSystemSurplus(curve: IsoelasticSystem, p: readonly number[]): number {
  const logs = p.map((value, h) => log(Math.max(value / curve.price[h], TINY)));
  const slices = 200;
  let sum = 0;
  for (let k = 0; k <= slices; k++) {
    const at = curve.price.map((base, h) => base * exp((logs[h] * k) / slices));
    const q = isoelasticQuantities(curve, at);
    const rate = q.reduce((total, amount, h) => total + amount * at[h] * logs[h], 0);
    sum += rate * (k === 0 || k === slices ? 1 : k % 2 === 1 ? 4 : 2);
  }
  return -sum / (3 * slices);
}
