import { exp, log, pow } from "../numeric/elementary.js";

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

/**
 * Hill number of an order (Hill 1973): how many equal shares would be as diverse. Order 0 counts the shares, 1 is the exponential of
 * Shannon's entropy, 2 is 10,000 / HHI, ∞ one over the largest share.
 *
 * @param shares amounts or shares in any unit. Nothing at all has number 0.
 */
export function hill(shares: readonly number[], order = 2): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return 0;
  const parts = shares.flatMap((share) => (share > 0 ? [share / total] : []));
  if (order === Infinity) return 1 / Math.max(...parts);
  if (order === 1) return exp(-parts.reduce((sum, part) => sum + part * log(part), 0));
  return pow(
    parts.reduce((sum, part) => sum + pow(part, order), 0),
    1 / (1 - order),
  );
}
