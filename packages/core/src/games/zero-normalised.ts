import { sumsOverCoalitions } from "./coalition.js";

/** A game in which single players are worth nothing: w(S) = v(S) − Σ_{i∈S} v(i). */
export interface ZeroNormalised {
  readonly worth: Float64Array;
  /** v(i) by player. */
  readonly singles: Float64Array;
}

/** @param worth v(S) by coalition mask, length 2^n; not changed. */
export function zeroNormalised(worth: Float64Array, players: number): ZeroNormalised {
  const singles = Float64Array.from({ length: players }, (_, player) => worth[1 << player]);
  const sums = new Float64Array(worth.length);
  sumsOverCoalitions(singles, sums);
  for (let mask = 0; mask < worth.length; mask++) sums[mask] = worth[mask] - sums[mask];
  for (let player = 0; player < players; player++) sums[1 << player] = 0;
  return { worth: sums, singles };
}
