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
 * @param close excess that is close enough; a goal that is passed by a jump stays further from it.
 */
export function smallestSize(
  low: number,
  high: number,
  excess: (size: number) => number | undefined,
  tolerance = 1e-3,
  close = Infinity,
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
    const width = tolerance * (high - low);
    found.push(before === undefined ? point.size : halve(before.size, point, excess, { width, close }));
  });
  const [size, ...others] = found;
  if (size !== undefined) return { size, others };
  const best = seen.reduce((most, point) => (point.excess > most.excess ? point : most));
  return { closest: best.size, short: best.excess };
}

/** Narrower than this share of the size, what is left is a jump. */
const JUMP = 1e-6;

/** The end that meets the goal, within a width of the end that does not, and close to the goal unless there is a jump. */
function halve(
  miss: number,
  hit: { readonly size: number; readonly excess: number },
  excess: (size: number) => number | undefined,
  enough: { readonly width: number; readonly close: number },
): number {
  let [below, above, passed] = [miss, hit.size, hit.excess];
  const done = () => {
    const gap = above - below;
    const narrow = gap <= Math.min(enough.width, 1e-3 * Math.abs(above));
    return narrow && (passed <= enough.close || gap <= JUMP * Math.abs(above));
  };
  while (!done()) {
    const middle = below + (above - below) / 2;
    if (middle === below || middle === above) break;
    const found = excess(middle) ?? -Infinity;
    if (found >= 0) [above, passed] = [middle, found];
    else below = middle;
  }
  return above;
}
