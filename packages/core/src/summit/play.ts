import {
  bestResponsePath,
  LARGEST_GAIN,
  standardOrders,
  type Move,
  type MoveOrder,
  type ResponsePath,
  type StanceGame,
} from "../games/index.js";
import { Missing, type Book } from "./book.js";
import type { Payoffs } from "./payoffs.js";
import { numbersOf, profileFrom, stances, withStance, type Profile } from "./profile.js";

/** The game of stances as the games package plays it: two stances (hedge, commit) or all three. */
export function stanceGame(
  payoffs: Payoffs,
  seats: number,
  threshold: Float64Array,
  count: 2 | 3,
): StanceGame {
  return {
    seats,
    stances: count,
    threshold,
    payoff: (numbers) => {
      const profile = profileFrom(numbers);
      return Float64Array.from({ length: seats }, (_, seat) => payoffs.decides(profile, seat));
    },
  };
}

/** A profile and its single deviations to any of the first `count` stances. */
export function neighbours(profile: Profile, seats: number, count: 2 | 3): Profile[] {
  const found = [profile];
  for (let seat = 0; seat < seats; seat++)
    for (const stance of stances.slice(0, count)) found.push(withStance(profile, seat, stance));
  return found;
}

/** Plays, and has solved what the play turns out to need. */
export async function playing<T>(
  book: Book,
  seats: number,
  count: 2 | 3,
  play: () => T,
  done?: (count: number, total: number) => void,
): Promise<T> {
  for (;;) {
    try {
      return play();
    } catch (missing) {
      if (!(missing instanceof Missing)) throw missing;
      await book.fill(neighbours(missing.profile, seats, count), done);
    }
  }
}

/** The play from a profile, largest gain first. */
export function pathFrom(game: StanceGame, start: Profile): ResponsePath {
  return bestResponsePath(game, numbersOf(start, game.seats), LARGEST_GAIN);
}

/** Where play from a start ends under the largest gain first, the seats in order, and random orders; by number of orders. */
export interface EndPoint {
  readonly profile: Profile;
  readonly orders: number;
  /** Orders that go round in a circle at it instead of resting. */
  readonly cycles: number;
}

export function endsFrom(game: StanceGame, start: Profile, random: number): EndPoint[] {
  const ends = new Map<number, { profile: Profile; orders: number; cycles: number }>();
  for (const order of orders(game.seats, random)) {
    const path = bestResponsePath(game, numbersOf(start, game.seats), order);
    const found = ends.get(path.end) ?? { profile: profileOfNumber(path.end, game), orders: 0, cycles: 0 };
    found.orders++;
    if (path.ended === "cycle") found.cycles++;
    ends.set(path.end, found);
  }
  return [...ends.values()].sort((a, b) => b.orders - a.orders);
}

const seed = 2026;

function orders(seats: number, random: number): MoveOrder[] {
  return standardOrders(seats, random, seed);
}

export function profileOfNumber(number: number, { seats, stances: count }: StanceGame): Profile {
  const numbers = new Uint8Array(seats);
  for (let seat = 0, rest = number; seat < seats; seat++, rest = Math.floor(rest / count))
    numbers[seat] = rest % count;
  return profileFrom(numbers);
}

/** The profiles a play passes through, its start and end among them. */
export function passed(game: StanceGame, path: ResponsePath): Profile[] {
  const after = path.moves.map((move: Move) => move.after);
  return [path.start, ...after].map((number) => profileOfNumber(number, game));
}
