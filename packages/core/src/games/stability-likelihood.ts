import { certainMoves, itemDifferences, type CertainMoves } from "./certain-moves.js";
import { coalitionCount, coalitionSize } from "./coalition.js";

/**
 * Payoffs that are linear in assumed parameters: payoff = Σ_k coefficient_k · item_k. Arrays hold item k of seat i at
 * coalition S at (S·n + i)·K + k, length 2^n · n · K.
 */
export interface LinearPayoffs {
  readonly seats: number;
  readonly items: number;
  /** Items of members of S; read only where i ∈ S. */
  readonly inside: Float64Array;
  /** One array for each stance a seat can take outside S (hedge, deal); read only where i ∉ S. */
  readonly outside: readonly Float64Array[];
}

/** Draws of the parameters. */
export interface CoefficientDraws {
  readonly draws: number;
  /** Coefficient k of draw d at d·K + k. */
  readonly coefficients: Float64Array;
  /** Gain below which nobody moves, by draw. Default 0. */
  readonly threshold?: Float64Array;
}

/** Shares of the draws, 0 … 1. Arrays by coalition mask, length 2^n, unless said. */
export interface StabilityLikelihood {
  readonly internal: Float64Array;
  readonly external: Float64Array;
  readonly stable: Float64Array;
  /** Largest stable coalition has s members, by s = 0 … n. */
  readonly largestSize: Float64Array;
  /** No coalition is stable. */
  readonly noneStable: number;
}

/** Draws treated together, so that each item is fetched once for all of them; a multiple of four. */
const BLOCK = 64;

/**
 * Likelihood that each coalition is stable over draws of the parameters. One comparison, commit in S against the best
 * stance outside S \ {i}, decides both whether i stays in S and whether it joins S \ {i}.
 *
 * Comparisons that come out the same for all draws are settled first, by interval bounds. The rest cost at most
 * draws × n·2^(n−1) × stances × items multiplications.
 */
export function stabilityLikelihood(payoffs: LinearPayoffs, drawn: CoefficientDraws): StabilityLikelihood {
  const count = coalitionCount(payoffs.seats);
  const tally = {
    internal: new Float64Array(count),
    external: new Float64Array(count),
    stable: new Float64Array(count),
    largestSize: new Float64Array(payoffs.seats + 1),
    noneStable: 0,
  };
  const certain = certainMoves(payoffs, drawn);
  for (let first = 0; first < drawn.draws; first += BLOCK) {
    const flags = { stays: repeated(certain.stays), nobodyJoins: repeated(certain.nobodyJoins) };
    judgeBlock(payoffs, drawn, first, certain, flags);
    countBlock(Math.min(BLOCK, drawn.draws - first), flags, tally);
  }
  for (const list of [tally.internal, tally.external, tally.stable, tally.largestSize]) {
    for (let k = 0; k < list.length; k++) list[k] /= drawn.draws;
  }
  return { ...tally, noneStable: tally.noneStable / drawn.draws };
}

/** Flags at S·BLOCK + draw. */
interface BlockFlags {
  readonly stays: Uint8Array;
  readonly nobodyJoins: Uint8Array;
}

function repeated(byCoalition: Uint8Array): Uint8Array {
  const flags = new Uint8Array(byCoalition.length * BLOCK);
  byCoalition.forEach((flag, coalition) => flags.fill(flag, coalition * BLOCK, (coalition + 1) * BLOCK));
  return flags;
}

function judgeBlock(
  payoffs: LinearPayoffs,
  drawn: CoefficientDraws,
  first: number,
  { undecided }: CertainMoves,
  flags: BlockFlags,
): void {
  const { items, outside } = payoffs;
  const differences = outside.map(() => new Float64Array(items));
  const coefficients = byItem(drawn, items, first);
  const slack = new Float64Array(BLOCK);
  if (drawn.threshold) slack.set(drawn.threshold.subarray(first, first + BLOCK));
  for (let k = 0; k < undecided.length; k += 2) {
    const [coalition, seat] = [undecided[k], undecided[k + 1]];
    itemDifferences(payoffs, coalition, seat, differences);
    decide(differences, coefficients, slack, flags, coalition * BLOCK, (coalition ^ (1 << seat)) * BLOCK);
  }
}

/** Coefficients of a block, transposed: item k of draw d at k·BLOCK + d; draws beyond the last are 0. */
function byItem({ draws, coefficients }: CoefficientDraws, items: number, first: number): Float64Array {
  const transposed = new Float64Array(items * BLOCK);
  for (let draw = 0; draw < BLOCK && first + draw < draws; draw++) {
    for (let item = 0; item < items; item++) {
      transposed[item * BLOCK + draw] = coefficients[(first + draw) * items + item];
    }
  }
  return transposed;
}

/** Settles staying and joining of one seat for all draws, four at a time; fours that are settled are skipped. */
function decide(
  differences: readonly Float64Array[],
  coefficients: Float64Array,
  slack: Float64Array,
  { stays, nobodyJoins }: BlockFlags,
  inAt: number,
  outAt: number,
): void {
  const gains = new Float64Array(4);
  for (let draw = 0; draw < BLOCK; draw += 4) {
    let open = 0;
    for (let k = draw; k < draw + 4; k++) open |= stays[inAt + k] | nobodyJoins[outAt + k];
    if (open === 0) continue;
    gainsOfCommitting(differences, coefficients, draw, gains);
    for (let k = 0; k < 4; k++) {
      stays[inAt + draw + k] &= Number(gains[k] >= -slack[draw + k]);
      nobodyJoins[outAt + draw + k] &= Number(gains[k] <= slack[draw + k]);
    }
  }
}

/** Payoff inside minus the best payoff outside, at four draws. */
function gainsOfCommitting(
  differences: readonly Float64Array[],
  coefficients: Float64Array,
  draw: number,
  gains: Float64Array,
): void {
  gains.fill(Infinity);
  for (const difference of differences) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let item = 0, at = draw; item < difference.length; item++, at += BLOCK) {
      const amount = difference[item];
      a += coefficients[at] * amount;
      b += coefficients[at + 1] * amount;
      c += coefficients[at + 2] * amount;
      d += coefficients[at + 3] * amount;
    }
    gains[0] = Math.min(gains[0], a);
    gains[1] = Math.min(gains[1], b);
    gains[2] = Math.min(gains[2], c);
    gains[3] = Math.min(gains[3], d);
  }
}

function countBlock(
  width: number,
  { stays, nobodyJoins }: BlockFlags,
  tally: { -readonly [K in keyof StabilityLikelihood]: StabilityLikelihood[K] },
): void {
  const largest = new Int8Array(width).fill(-1);
  for (let coalition = 0; coalition < tally.stable.length; coalition++) {
    const count = coalitionSize(coalition);
    for (let draw = 0; draw < width; draw++) {
      const at = coalition * BLOCK + draw;
      tally.internal[coalition] += stays[at];
      tally.external[coalition] += nobodyJoins[at];
      if (stays[at] === 0 || nobodyJoins[at] === 0) continue;
      tally.stable[coalition]++;
      if (count > largest[draw]) largest[draw] = count;
    }
  }
  for (const members of largest) {
    if (members < 0) tally.noneStable++;
    else tally.largestSize[members]++;
  }
}
