import type { Stream } from "../numeric/stream.js";
import { directionNumbers } from "./direction-numbers.js";

export const largestDimension = directionNumbers.length + 1;
const bits = 32;

function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(bits);
  const row = directionNumbers[dimension - 1];
  if (row === undefined) {
    for (let k = 0; k < bits; k++) v[k] = (1 << (31 - k)) >>> 0;
    return v;
  }
  const [s, a, m] = row;
  for (let k = 0; k < s; k++) v[k] = ((m[k] ?? 1) << (31 - k)) >>> 0;
  for (let k = s; k < bits; k++) {
    const back = v[k - s] ?? 0;
    let next = back ^ (back >>> s);
    for (let j = 1; j < s; j++) if ((a >> (s - 1 - j)) & 1) next ^= v[k - j] ?? 0;
    v[k] = next >>> 0;
  }
  return v;
}

/**
 * The first `count` Sobol points, scrambled by a random digital shift (so each point is uniform and the whole stays balanced).
 * Shape: count × dimension, row by row, in [0, 1).
 * @throws RangeError beyond 32 dimensions.
 */
export function sobolPoints(count: number, dimension: number, stream: Stream): Float64Array {
  if (dimension < 1 || dimension > largestDimension)
    throw new RangeError(
      `Sobol points exist here for 1 to ${String(largestDimension)} dimensions, not ${String(dimension)}`,
    );
  const points = new Float64Array(count * dimension);
  for (let d = 0; d < dimension; d++) fillDimension(points, count, dimension, d, stream.bits());
  return points;
}

/** Antonov and Saleev's Gray-code order. */
function fillDimension(
  points: Float64Array,
  count: number,
  dimension: number,
  d: number,
  shift: number,
): void {
  const v = directions(d);
  let state = 0;
  for (let n = 0; n < count; n++) {
    points[n * dimension + d] = ((state ^ shift) >>> 0) / 4294967296;
    state = (state ^ (v[trailingOnes(n)] ?? 0)) >>> 0;
  }
}

function trailingOnes(n: number): number {
  let ones = 0;
  for (let rest = n; rest & 1; rest >>>= 1) ones++;
  return ones;
}
