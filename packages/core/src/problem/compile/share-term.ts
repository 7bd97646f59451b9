import { log } from "../../numeric/elementary.js";
import type { Term } from "../../equilibrium/exact/problem-builder.js";
import type { ArcUnknowns } from "./add-arcs.js";

/** Shares below this times the total count as none: the logarithm is shifted by it. */
const SMALLEST_SHARE = 1e-16;

/** The buyers of a dispersed good in one region. */
export interface Destination {
  readonly good: number;
  readonly theta: number;
  /** Arcs that lead there, the region's own supply among them. */
  readonly group: readonly ArcUnknowns[];
  /** Route weights by arc. */
  readonly weights: Float64Array;
  /** Unknown total of what is bought. */
  readonly total: number;
  /** The total, above zero. */
  readonly level: (x: Float64Array) => number;
}

/** θ·ln(Σ flows/(weight · total)) in the given rows. */
export function shareTerm(
  { total, theta, level }: Destination,
  flows: readonly number[],
  weight: number,
  rows: readonly number[],
): Term {
  const logWeight = log(weight);
  const width = flows.length + 1;
  const shifted = (x: Float64Array) => {
    const size = level(x);
    const flow = flows.reduce((sum, column) => sum + Math.max(0, x[column]), 0);
    return { size, flow: flow + SMALLEST_SHARE * size };
  };
  return {
    entries: rows.flatMap((row) => [[row, total] as const, ...flows.map((column) => [row, column] as const)]),
    residual(x: Float64Array, f: Float64Array) {
      const { size, flow } = shifted(x);
      const value = theta * (log(flow / size) - logWeight);
      for (const row of rows) f[row] += value;
    },
    jacobian(x: Float64Array, values: Float64Array, slots: Int32Array) {
      const { size, flow } = shifted(x);
      slots.forEach((slot, k) => {
        values[slot] += k % width === 0 ? theta * (SMALLEST_SHARE / flow - 1 / size) : theta / flow;
      });
    },
  };
}
