/** Sizes of one lever at which a goal is met: the smallest, and the starts of further stretches that meet it. */
export interface SizeFound {
  readonly size: number;
  /** Further smallest sizes where the answer leaves the goal and comes back. */
  readonly others: readonly number[];
}

export interface SizeNotFound {
  /** The size that comes closest and how far it stays from the goal (≤ 0). */
  readonly closest: number;
  readonly short: number;
}

/** Points of the first look over the range; finer near nothing, where levers begin to act. */
const looks = [0, 0.02, 0.05, 0.1, 0.18, 0.28, 0.4, 0.55, 0.75, 1];

/**
 * The smallest size in [low, high] with excess ≥ 0: the lowest where it meets the goal already. Looks over the whole range first, since answers need not be monotone, then halves
 * the first stretch in which the goal comes within reach.
 * @param excess how far the goal is passed at a size; undefined where there is no answer (taken as not reached).
 * @param tolerance of the size, share of the range.
 */
export function smallestSize(
  low: number,
  high: number,
  excess: (size: number) => number | undefined,
  tolerance = 1e-3,
): SizeFound | SizeNotFound {
  if ((excess(low) ?? -Infinity) >= 0) return { size: low, others: [] };
  const seen = looks.map((part) => {
    const size = low + part * (high - low);
    return { size, excess: excess(size) ?? -Infinity };
  });
  const found: number[] = [];
  seen.forEach((point, i) => {
    const before = seen[i - 1];
    if (point.excess < 0 || (before !== undefined && before.excess >= 0)) return;
    found.push(
      before === undefined ? point.size : halve(before.size, point.size, excess, tolerance * (high - low)),
    );
  });
  const [size, ...others] = found;
  if (size !== undefined) return { size, others };
  const best = seen.reduce((most, point) => (point.excess > most.excess ? point : most));
  return { closest: best.size, short: best.excess };
}

/** The end that meets the goal, within a width of the end that does not. */
function halve(
  miss: number,
  hit: number,
  excess: (size: number) => number | undefined,
  width: number,
): number {
  let [below, above] = [miss, hit];
  while (above - below > Math.min(width, 1e-3 * Math.abs(above))) {
    const middle = below + (above - below) / 2;
    if (middle === below || middle === above) break;
    if ((excess(middle) ?? -Infinity) >= 0) above = middle;
    else below = middle;
  }
  return above;
}
