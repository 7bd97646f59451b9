/** Σ value over indices. */
export function sumOver(indices: readonly number[], value: ArrayLike<number>): number {
  let sum = 0;
  for (const i of indices) sum += value[i];
  return sum;
}

/** Σ value·weight / Σ weight over indices; undefined without weight. */
export function weightedMean(
  indices: readonly number[],
  value: ArrayLike<number>,
  weight: ArrayLike<number>,
): number | undefined {
  let [sum, total] = [0, 0];
  for (const i of indices) {
    sum += value[i] * weight[i];
    total += weight[i];
  }
  return total > 0 ? sum / total : undefined;
}
