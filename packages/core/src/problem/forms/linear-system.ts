import { addQuantity, addVirtualPrice, type CurveUnknowns, type Site } from "./site.js";

export interface LinearSystem {
  readonly form: "linear-system" | "inverse-linear-system";
  readonly intercept: readonly number[];
  readonly slope: readonly (readonly number[])[];
}

/**
 * Several goods with linear cross effects. As quantities of prices, a good that is not bought has a price on the curve
 * that differs from the market's: q = intercept + slope·p̃, with q ≥ 0 complementary to the gap between p and p̃.
 */
export function linearSystem(curve: LinearSystem, site: Site): CurveUnknowns {
  const { builder, side } = site;
  const quantity = curve.intercept.map((_, g) => addQuantity(site, g, Infinity));
  const onCurve =
    curve.form === "linear-system"
      ? quantity.map((q, g) => addVirtualPrice(site, g, q, -Infinity))
      : quantity;
  onCurve.forEach((row, g) => {
    builder.constant(row, side * curve.intercept[g]);
    onCurve.forEach((column, h) => {
      builder.linear(row, column, side * curve.slope[g][h]);
    });
  });
  const virtualPrice = curve.form === "linear-system" ? onCurve : quantity.map(() => -1);
  return { quantity: quantity.map((q) => [q]), fixed: quantity.map(() => 0), virtualPrice };
}

/** Price as a function of quantity, p = intercept + slope·q; undefined where the slopes cannot be inverted. */
export function inverseSystem(curve: LinearSystem): Pick<LinearSystem, "intercept" | "slope"> | undefined {
  if (curve.form === "inverse-linear-system") return curve;
  const slope = invert(curve.slope);
  if (slope === undefined) return undefined;
  const intercept = slope.map((row) => -row.reduce((sum, value, h) => sum + value * curve.intercept[h], 0));
  return { intercept, slope };
}

/** Area under the price surface along the ray from 0 to q; the path matters only where the slopes are not symmetric. */
export function linearSystemArea(curve: LinearSystem, q: readonly number[]): number {
  const inverse = inverseSystem(curve);
  if (inverse === undefined) return 0;
  return q.reduce((sum, amount, g) => {
    const bend = inverse.slope[g].reduce((total, value, h) => total + value * q[h], 0);
    return sum + amount * (inverse.intercept[g] + 0.5 * bend);
  }, 0);
}

/** Gauss–Jordan elimination with row pivoting. */
function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) best = i;
    [rows[k], rows[best]] = [rows[best], rows[k]];
    const pivot = rows[k][k];
    if (Math.abs(pivot) < 1e-300) return undefined;
    rows[k] = rows[k].map((value) => value / pivot);
    for (let i = 0; i < n; i++) {
      if (i !== k) rows[i] = rows[i].map((value, j) => value - rows[i][k] * rows[k][j]);
    }
  }
  return rows.map((row) => row.slice(n));
}
