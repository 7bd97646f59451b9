import type { Problem } from "./problem.js";

/** Only an unknown this near its bound (in units of its scale) is sent there outright; farther ones take the common step. */
const NEAR = 0.01;

/**
 * Natural residual of the mixed complementarity problem, in units of capacity and price:
 * mid((x − lower)/scale, f/capacity, (x − upper)/scale). Marks which unknowns go to a bound: −1 lower, 1 upper, 0 free.
 * Returns the largest absolute entry.
 */
export function naturalResidual(
  problem: Problem,
  x: Float64Array,
  f: Float64Array,
  residual: Float64Array,
  side: Int8Array,
): number {
  const { lower, upper, priceScale, quantityScale } = problem;
  let worst = 0;
  for (let i = 0; i < problem.unknowns; i++) {
    const above = (x[i] - lower[i]) / priceScale[i];
    const excess = f[i] / quantityScale[i];
    const below = (x[i] - upper[i]) / priceScale[i];
    let value = excess;
    side[i] = 0;
    if (excess >= above) {
      value = above;
      if (above <= NEAR) side[i] = -1;
    } else if (excess <= below) {
      value = below;
      if (below >= -NEAR) side[i] = 1;
    }
    residual[i] = value;
    const size = Math.abs(value);
    if (!(size <= worst)) worst = size;
  }
  return worst;
}
