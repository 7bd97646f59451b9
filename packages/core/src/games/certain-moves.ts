import { coalitionCount } from "./coalition.js";
import type { CoefficientDraws, LinearPayoffs } from "./stability-likelihood.js";

/** What is the same for all draws, and the comparisons that are not. */
export interface CertainMoves {
  /** By coalition: 0 when some member leaves in every draw. */
  readonly stays: Uint8Array;
  /** By coalition: 0 when some outsider joins in every draw. */
  readonly nobodyJoins: Uint8Array;
  /** Coalition and seat, in turn, of every comparison that depends on the draw and can still matter. */
  readonly undecided: Int32Array;
}

/** Smallest and largest value of each coefficient over the draws, and of the threshold. */
interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly slackLow: number;
  readonly slackHigh: number;
}

/** Rounding of a sum of products, relative to the sum of their sizes, with much to spare. */
const ROUNDING = 1e-12;

/** Settles by interval bounds every comparison that comes out the same for all draws. */
export function certainMoves(payoffs: LinearPayoffs, drawn: CoefficientDraws): CertainMoves {
  const { seats, items, outside } = payoffs;
  const count = coalitionCount(seats);
  const box = boxOf(drawn, items);
  const stays = new Uint8Array(count).fill(1);
  const nobodyJoins = new Uint8Array(count).fill(1);
  const open: number[] = [];
  const differences = outside.map(() => new Float64Array(items));
  for (let coalition = 1; coalition < count; coalition++) {
    for (let seat = 0; seat < seats; seat++) {
      if ((coalition & (1 << seat)) === 0) continue;
      itemDifferences(payoffs, coalition, seat, differences);
      const [least, most] = gainRange(differences, box);
      if (most < -box.slackHigh) stays[coalition] = 0;
      else if (least > box.slackHigh) nobodyJoins[coalition ^ (1 << seat)] = 0;
      else if (least < -box.slackLow || most > box.slackLow) open.push(coalition, seat);
    }
  }
  return { stays, nobodyJoins, undecided: stillMatters(open, stays, nobodyJoins) };
}

function stillMatters(open: readonly number[], stays: Uint8Array, nobodyJoins: Uint8Array): Int32Array {
  const kept: number[] = [];
  for (let k = 0; k < open.length; k += 2) {
    const [coalition, seat] = [open[k], open[k + 1]];
    if (stays[coalition] === 1 || nobodyJoins[coalition ^ (1 << seat)] === 1) kept.push(coalition, seat);
  }
  return Int32Array.from(kept);
}

function boxOf({ draws, coefficients, threshold }: CoefficientDraws, items: number): Box {
  const low = new Float64Array(items).fill(Infinity);
  const high = new Float64Array(items).fill(-Infinity);
  let [slackLow, slackHigh] = threshold ? [Infinity, 0] : [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    for (let item = 0; item < items; item++) {
      const value = coefficients[draw * items + item];
      low[item] = Math.min(low[item], value);
      high[item] = Math.max(high[item], value);
    }
    if (threshold) {
      slackLow = Math.min(slackLow, threshold[draw]);
      slackHigh = Math.max(slackHigh, threshold[draw]);
    }
  }
  return { low, high, slackLow, slackHigh };
}

/** Bounds, over the box, on the payoff inside minus the best payoff outside. */
function gainRange(differences: readonly Float64Array[], { low, high }: Box): [number, number] {
  let [least, most] = [Infinity, Infinity];
  for (const difference of differences) {
    let [below, above, reach] = [0, 0, 0];
    for (let item = 0; item < difference.length; item++) {
      const a = low[item] * difference[item];
      const b = high[item] * difference[item];
      below += Math.min(a, b);
      above += Math.max(a, b);
      reach += Math.max(Math.abs(a), Math.abs(b));
    }
    least = Math.min(least, below - ROUNDING * reach);
    most = Math.min(most, above + ROUNDING * reach);
  }
  return [least, most];
}

/** Items of a member of `coalition` minus its items when it goes outside, for each outside stance. */
export function itemDifferences(
  { seats, items, inside, outside }: LinearPayoffs,
  coalition: number,
  seat: number,
  differences: readonly Float64Array[],
): void {
  const own = (coalition * seats + seat) * items;
  const other = ((coalition ^ (1 << seat)) * seats + seat) * items;
  for (let stance = 0; stance < outside.length; stance++) {
    const alone = outside[stance];
    const difference = differences[stance];
    for (let item = 0; item < items; item++) difference[item] = inside[own + item] - alone[other + item];
  }
}
