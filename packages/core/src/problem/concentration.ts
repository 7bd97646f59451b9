/**
 * Herfindahl–Hirschman index: the sum of squared percentage shares, 0–10,000.
 *
 * @param shares amounts or shares in any unit; they are divided by their sum. Nothing at all has index 0.
 */
export function hhi(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return 0;
  return shares.reduce((sum, share) => sum + ((100 * share) / total) * ((100 * share) / total), 0);
}

/** The number of equal shares that would have the same index: 10,000 / HHI. */
export function effectiveNumber(shares: readonly number[]): number {
  const index = hhi(shares);
  return index === 0 ? 0 : 10_000 / index;
}
