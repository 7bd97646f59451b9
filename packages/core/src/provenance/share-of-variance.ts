/**
 * How much of the variance of a figure comes from the first set of draws, where two sets move different rows: V₁/(V₁ + V₂), the first-order
 * split of independent causes. Undefined where neither set moves it or one has fewer than two draws.
 */
export function shareOfVariance(first: readonly number[], second: readonly number[]): number | undefined {
  if (first.length < 2 || second.length < 2) return undefined;
  const [own, other] = [variance(first), variance(second)];
  return own + other > 0 ? own / (own + other) : undefined;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}
