/** The smallest value at or below which half of the weight lies; undefined without values. */
export function weightedMedian(values: readonly number[], weights: readonly number[]): number | undefined {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b] || a - b);
  let total = 0;
  for (const weight of weights) total += weight;
  let below = 0;
  for (const index of order) {
    below += weights[index];
    if (below >= total / 2) return values[index];
  }
  return undefined;
}
