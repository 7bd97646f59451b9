import type { Problem } from "./problem.js";

/** x + length·d, kept within the bounds. */
export function move(
  problem: Problem,
  x: Float64Array,
  d: Float64Array,
  length: number,
  out: Float64Array,
): void {
  const { lower, upper } = problem;
  for (let i = 0; i < problem.unknowns; i++) {
    const moved = x[i] + length * d[i];
    out[i] = moved < lower[i] ? lower[i] : moved > upper[i] ? upper[i] : moved;
  }
}

/** Largest move of an unknown relative to itself (or to its scale). */
export function longest(problem: Problem, x: Float64Array, d: Float64Array): number {
  let most = 0;
  for (let i = 0; i < problem.unknowns; i++) {
    const ratio = Math.abs(d[i]) / Math.max(Math.abs(x[i]), problem.priceScale[i]);
    if (!(ratio <= most)) most = ratio;
  }
  return most;
}

/**
 * No price moves by more than `reach` times itself (or its scale) in one step: entry by entry where that still descends as fast as shortening the
 * whole step would, else the whole step. Returns the length to begin with.
 */
export function shorten(
  problem: Problem,
  x: Float64Array,
  f: Float64Array,
  d: Float64Array,
  reach: number,
): number {
  const most = longest(problem, x, d) / reach;
  if (most <= 1) return 1;
  let whole = 0;
  let clipped = 0;
  for (let i = 0; i < problem.unknowns; i++) {
    const ratio = Math.abs(d[i]) / (reach * Math.max(Math.abs(x[i]), problem.priceScale[i]));
    whole += f[i] * d[i];
    clipped += f[i] * (ratio > 1 ? d[i] / ratio : d[i]);
  }
  if (clipped > whole / most) return 1 / most;
  for (let i = 0; i < problem.unknowns; i++) {
    const limit = reach * Math.max(Math.abs(x[i]), problem.priceScale[i]);
    if (Math.abs(d[i]) > limit) d[i] = d[i] > 0 ? limit : -limit;
  }
  return 1;
}

/** f·(trial − x): with specific wedges, the slope of the potential at f's point times the step. */
export function slopeTo(f: Float64Array, trial: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < f.length; i++) sum += f[i] * (trial[i] - x[i]);
  return sum;
}

export function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}
