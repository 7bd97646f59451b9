import { hasNoAnswer } from "../errors/no-answer.js";

/** An own-welfare search over the tightness of one restriction. Levels are shares withheld, 0 = free, 1 = closed. */
export interface RestrictionSearch {
  /** Own welfare at a level, in any unit; only differences have meaning. Asked once per level; throws an IssueError where it has no answer. */
  readonly welfare: (level: number) => number;
  readonly from?: number;
  readonly to?: number;
  /** Levels of the scan, ends included. Default 9. */
  readonly scan?: number;
  /** Width of the last bracket. Default 1e-3. */
  readonly tolerance?: number;
}

export interface BestRestriction {
  readonly level: number;
  readonly welfare: number;
  /** Gain over the loosest level: zero where none pays. */
  readonly gain: number;
  /** All levels that have an answer, with their welfare, ascending. */
  readonly asked: readonly { readonly level: number; readonly welfare: number }[];
}

const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The level that maximises own welfare: an even scan finds the peak to search, golden section narrows it. The best level asked is
 * returned, the loosest of equals; a second peak narrower than a step of the scan can be missed. Levels without an answer are passed over.
 *
 * @throws IssueError of the last level asked where none has an answer.
 */
export function bestRestriction(search: RestrictionSearch): BestRestriction {
  const { from = 0, to = 1, scan = 9, tolerance = 1e-3 } = search;
  if (!(to > from && scan >= 3 && tolerance > 0))
    throw new RangeError("needs from < to, scan >= 3, tolerance > 0");
  const known = new Map<number, number>();
  let failure: unknown;
  const ask = (level: number): number => {
    try {
      const found = search.welfare(level);
      if (Number.isFinite(found)) return found;
    } catch (error) {
      if (!hasNoAnswer(error)) throw error;
      failure = error;
      return -Infinity;
    }
    throw new RangeError(`welfare at ${level} is not a number`);
  };
  const worth = (level: number): number => {
    let found = known.get(level);
    if (found === undefined) known.set(level, (found = ask(level)));
    return found;
  };
  const level = (i: number) => (i === scan - 1 ? to : from + ((to - from) * i) / (scan - 1));
  let peak = 0;
  for (let i = 0; i < scan; i++) if (worth(level(i)) > worth(level(peak))) peak = i;
  narrow(worth, level(Math.max(0, peak - 1)), level(Math.min(scan - 1, peak + 1)), tolerance);
  const asked = [...known]
    .flatMap(([at, welfare]) => (welfare === -Infinity ? [] : [{ level: at, welfare }]))
    .sort((a, b) => a.level - b.level);
  if (asked.length === 0) throw failure;
  const best = asked.reduce((one, other) => (other.welfare > one.welfare ? other : one));
  return { ...best, gain: best.welfare - worth(from), asked };
}

/** Golden section; every point it asks is kept by `worth`. */
function narrow(worth: (level: number) => number, from: number, to: number, tolerance: number): void {
  let [left, right] = [from, to];
  let [low, high] = [right - golden * (right - left), left + golden * (right - left)];
  while (right - left > tolerance) {
    if (worth(low) >= worth(high)) {
      [right, high] = [high, low];
      low = right - golden * (right - left);
    } else {
      [left, low] = [low, high];
      high = left + golden * (right - left);
    }
  }
}
