/**
 * Whether a game is convex (supermodular): v(S∪i∪j) − v(S∪j) ≥ v(S∪i) − v(S) for every S and i, j outside it.
 *
 * @param worth v(S) by coalition mask, length 2^n.
 * @param tolerance shortfall that still counts as equality, in the unit of `worth`.
 * Source: L. S. Shapley, "Cores of convex games", International Journal of Game Theory 1, 1971.
 */
export function isConvex(worth: Float64Array, players: number, tolerance: number): boolean {
  for (let first = 0; first < players; first++) {
    for (let second = first + 1; second < players; second++) {
      if (!increasing(worth, 1 << first, 1 << second, tolerance)) return false;
    }
  }
  return true;
}

function increasing(worth: Float64Array, first: number, second: number, tolerance: number): boolean {
  const both = first | second;
  for (let mask = 0; mask < worth.length; mask++) {
    if (mask & both) continue;
    const gain = worth[mask | both] - worth[mask | second] - worth[mask | first] + worth[mask];
    if (gain < -tolerance) return false;
  }
  return true;
}
