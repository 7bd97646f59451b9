import { exp, log, pow } from "../../numeric/elementary.js";
import { addQuantity, addVirtualPrice, type CurveUnknowns, type Site } from "./site.js";

export interface CesCurve {
  readonly quantity: readonly number[];
  readonly price: readonly number[];
  readonly sigma: number;
  readonly elasticity: number;
}

const TINY = 1e-290;

/** q_g = quantity_g·(p_g/price_g)^−σ·P^(σ+elasticity): demand for kinds of a good that stand in for one another. */
export function cesCurve(curve: CesCurve, site: Site): CurveUnknowns {
  const quantity = curve.quantity.map((_, g) => addQuantity(site, g, Infinity));
  const price = quantity.map((q, g) => addVirtualPrice(site, g, q, 0));
  const n = price.length;
  const { sigma, elasticity } = curve;
  const at = (x: Float64Array) =>
    cesDemand(
      curve,
      price.map((p) => x[p]),
    );
  site.builder.term({
    entries: price.flatMap((row) => price.map((column) => [row, column] as const)),
    residual(x, f) {
      at(x).quantity.forEach((q, g) => (f[price[g]] += site.side * q));
    },
    jacobian(x, values, slots) {
      const { quantity: q, share } = at(x);
      for (let g = 0; g < n; g++) {
        for (let h = 0; h < n; h++) {
          const byLog = (sigma + elasticity) * share[h] - (g === h ? sigma : 0);
          values[slots[g * n + h]] += (site.side * q[g] * byLog) / Math.max(x[price[h]], TINY);
        }
      }
    },
  });
  return { quantity: quantity.map((q) => [q]), fixed: quantity.map(() => 0), virtualPrice: price };
}

/** Quantities, value shares and the price index at prices p. */
export function cesDemand({ quantity, price, sigma, elasticity }: CesCurve, p: readonly number[]) {
  const value = quantity.map((q, g) => q * price[g]);
  const total = value.reduce((sum, v) => sum + v, 0);
  const relative = p.map((v, g) => Math.max(v / price[g], TINY));
  const cobbDouglas = Math.abs(1 - sigma) < 1e-9;
  const weighted = relative.map((r, g) => (value[g] / total) * (cobbDouglas ? 1 : pow(r, 1 - sigma)));
  const sum = weighted.reduce((a, b) => a + b, 0);
  const index = cobbDouglas
    ? exp(relative.reduce((s, r, g) => s + (value[g] / total) * log(r), 0))
    : pow(sum, 1 / (1 - sigma));
  return {
    quantity: quantity.map((q, g) => q * pow(relative[g], -sigma) * pow(index, sigma + elasticity)),
    share: weighted.map((w) => w / sum),
    index,
  };
}

/** Consumer surplus at prices p: the area beyond the price index, from the base where it is infinite. */
export function cesSurplus(curve: CesCurve, p: readonly number[]): number {
  const value = curve.quantity.reduce((sum, q, g) => sum + q * curve.price[g], 0);
  const { index } = cesDemand(curve, p);
  const power = curve.elasticity + 1;
  if (Math.abs(power) < 1e-12) return -value * log(index);
  return (-value / power) * (pow(index, power) - (power > 0 ? 1 : 0));
}
