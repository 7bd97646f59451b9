import { profileOf, type StanceGame } from "./stance-game.js";

export interface FarsightedOptions {
  /** Whether several seats may move at once, all of them willing. Default true. */
  readonly joint?: boolean;
}

export const MAX_FARSIGHTED_SEATS = 6;

/** Profiles, who differs between two of them, and who prefers one to another, as bit masks of seats. */
interface Comparison {
  readonly profiles: number;
  /** Seats whose stance differs between x and y, at x·P + y. */
  readonly movers: Uint8Array;
  /** Seats that strictly prefer y to x, at x·P + y. */
  readonly willing: Uint8Array;
  readonly joint: boolean;
}

/**
 * The largest consistent set: profiles from which every deviation is deterred, because it may be followed by further
 * moves of farsighted seats to a profile of the set that some deviator does not prefer.
 *
 * @returns numbers of the profiles, ascending; never empty.
 * @throws RangeError above six seats or 729 profiles.
 * Source: M. S.-Y. Chwe, "Farsighted coalitional stability", Journal of Economic Theory 63, 1994, 299–325.
 */
export function largestConsistentSet(game: StanceGame, options: FarsightedOptions = {}): number[] {
  const comparison = compare(game, options.joint ?? true);
  const reaches = indirectlyDominated(comparison);
  const inside = new Uint8Array(comparison.profiles).fill(1);
  for (let changed = true; changed;) {
    const leaving = [...inside.keys()].filter(
      (x) => inside[x] === 1 && !deterred(comparison, reaches, inside, x),
    );
    for (const x of leaving) inside[x] = 0;
    changed = leaving.length > 0;
  }
  return [...inside.keys()].filter((x) => inside[x] === 1);
}

function compare(game: StanceGame, joint: boolean): Comparison {
  const { seats, stances, threshold } = game;
  const profiles = profileCount(seats, stances);
  const list = Array.from({ length: profiles }, (_, number) => profileOf(number, seats, stances));
  const payoffs = list.map((profile) => Float64Array.from(game.payoff(profile)));
  const movers = new Uint8Array(profiles * profiles);
  const willing = new Uint8Array(profiles * profiles);
  for (let x = 0; x < profiles; x++) {
    for (let y = 0; y < profiles; y++) {
      for (let seat = 0; seat < seats; seat++) {
        const bit = 1 << seat;
        if (list[x][seat] !== list[y][seat]) movers[x * profiles + y] |= bit;
        if (payoffs[y][seat] > payoffs[x][seat] + (threshold ? threshold[seat] : 0))
          willing[x * profiles + y] |= bit;
      }
    }
  }
  return { profiles, movers, willing, joint };
}

function profileCount(seats: number, stances: number): number {
  let count = 1;
  for (let seat = 0; seat < seats; seat++) count *= stances;
  if (seats > MAX_FARSIGHTED_SEATS || count > 729)
    throw new RangeError(`${seats} seats with ${stances} stances`);
  return count;
}

function mayMove({ joint }: Comparison, movers: number): boolean {
  return movers !== 0 && (joint || (movers & (movers - 1)) === 0);
}

/** 1 at y·P + z when farsighted moves lead from y to z: at each step every mover prefers z to where it stands. */
function indirectlyDominated(comparison: Comparison): Uint8Array {
  const { profiles, movers, willing } = comparison;
  const reaches = new Uint8Array(profiles * profiles);
  for (let target = 0; target < profiles; target++) {
    const open = [target];
    while (open.length > 0) {
      const step = open.pop() as number;
      for (let y = 0; y < profiles; y++) {
        if (reaches[y * profiles + target] === 1 || y === target) continue;
        const who = movers[y * profiles + step];
        if (!mayMove(comparison, who) || (who & ~willing[y * profiles + target]) !== 0) continue;
        reaches[y * profiles + target] = 1;
        open.push(y);
      }
    }
  }
  return reaches;
}

function deterred(comparison: Comparison, reaches: Uint8Array, inside: Uint8Array, x: number): boolean {
  const { profiles, movers } = comparison;
  for (let y = 0; y < profiles; y++) {
    const who = movers[x * profiles + y];
    if (mayMove(comparison, who) && !feared(comparison, reaches, inside, x, y, who)) return false;
  }
  return true;
}

/** Whether the deviation of `who` from x to y may end in the set where not all of them are better off. */
function feared(
  { profiles, willing }: Comparison,
  reaches: Uint8Array,
  inside: Uint8Array,
  x: number,
  y: number,
  who: number,
): boolean {
  for (let z = 0; z < profiles; z++) {
    if (inside[z] === 0 || (z !== y && reaches[y * profiles + z] === 0)) continue;
    if ((who & ~willing[x * profiles + z]) !== 0) return true;
  }
  return false;
}
