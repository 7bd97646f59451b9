import { coalitionSize } from "./coalition.js";

/**
 * Shapley value of a characteristic-function game, by its defining sum over coalitions:
 * φ_i = Σ_{S∌i} |S|!(n−|S|−1)!/n! · (v(S∪i) − v(S)).
 *
 * @param worth v(S) by coalition mask, length 2^n, v(∅) = 0.
 * @returns one value per player, same unit as `worth`; they sum to v(N).
 * Source: L. S. Shapley, "A value for n-person games", Contributions to the Theory of Games II, 1953.
 */
export function shapleyValue(worth: Float64Array, players: number): Float64Array {
  const sizes = coalitionSizes(worth.length);
  const weights = orderWeights(players);
  const value = new Float64Array(players);
  const bySize = new Float64Array(players);
  for (let player = 0; player < players; player++) {
    const bit = 1 << player;
    bySize.fill(0);
    for (let mask = 0; mask < worth.length; mask++) {
      if (mask & bit) continue;
      const others = sizes[mask];
      bySize[others] = bySize[others] + (worth[mask | bit] - worth[mask]);
    }
    let sum = 0;
    for (let others = 0; others < players; others++) sum += weights[others] * bySize[others];
    value[player] = sum;
  }
  return value;
}

/** |S|!(n−|S|−1)!/n! for |S| = 0 … n−1. */
function orderWeights(players: number): Float64Array {
  const weights = new Float64Array(players);
  let choose = 1;
  for (let others = 0; others < players; others++) {
    weights[others] = 1 / (players * choose);
    choose = (choose * (players - 1 - others)) / (others + 1);
  }
  return weights;
}

function coalitionSizes(count: number): Uint8Array {
  const sizes = new Uint8Array(count);
  for (let mask = 0; mask < count; mask++) sizes[mask] = coalitionSize(mask);
  return sizes;
}
