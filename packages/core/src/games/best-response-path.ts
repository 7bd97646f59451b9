import type { MoveOrder } from "./move-order.js";
import {
  bestDeviation,
  deviations,
  profileNumber,
  remembered,
  type Deviation,
  type Profile,
  type StanceGame,
} from "./stance-game.js";

export interface Move extends Deviation {
  /** Numbers of the profiles before and after. */
  readonly before: number;
  readonly after: number;
}

/** Single moves from a start until nobody wants to move or the play repeats itself. */
export interface ResponsePath {
  readonly start: number;
  readonly moves: readonly Move[];
  /** Where it stops; for a cycle, where the cycle begins. */
  readonly end: number;
  readonly ended: "rest" | "cycle";
  /** Profiles of the cycle in the order they are passed; empty at rest. */
  readonly cycle: readonly number[];
}

/** Whoever's turn it is and wants to move, with the turn that follows. */
type Turn = { readonly move: Deviation; readonly next: number } | undefined;

/**
 * Plays best responses, one seat at a time, each taking its best stance.
 *
 * With `largest-gain` the seat that gains most moves (ties: the first seat). With a sequence each seat has its turn,
 * round after round. Play is a function of profile and turn, so a repeated pair is a cycle, reported as such.
 *
 * @param start stance of every seat; not changed.
 */
export function bestResponsePath(game: StanceGame, start: ArrayLike<number>, order: MoveOrder): ResponsePath {
  const known = remembered(game);
  const profile = Uint8Array.from(start);
  const first = profileNumber(profile, game.stances);
  const moves: Move[] = [];
  const seen = new Map<string, number>();
  let now = first;
  for (let turn = 0; ;) {
    const state = `${now}/${turn}`;
    const earlier = seen.get(state);
    if (earlier !== undefined) {
      return {
        start: first,
        moves,
        end: now,
        ended: "cycle",
        cycle: moves.slice(earlier).map((move) => move.before),
      };
    }
    seen.set(state, moves.length);
    const taken = nextTurn(known, profile, order, turn);
    if (!taken) return { start: first, moves, end: now, ended: "rest", cycle: [] };
    profile[taken.move.seat] = taken.move.to;
    const after = profileNumber(profile, game.stances);
    moves.push({ ...taken.move, before: now, after });
    now = after;
    turn = taken.next;
  }
}

function nextTurn(game: StanceGame, profile: Profile, order: MoveOrder, turn: number): Turn {
  if (order.kind === "largest-gain") {
    const move = deviations(game, profile).at(0);
    return move && { move, next: 0 };
  }
  const { seats } = order;
  for (let waited = 0; waited < seats.length; waited++) {
    const position = (turn + waited) % seats.length;
    const move = bestDeviation(game, profile, seats[position]);
    if (move) return { move, next: (position + 1) % seats.length };
  }
  return undefined;
}

export interface EndPoint {
  readonly profile: number;
  readonly ended: "rest" | "cycle";
  /** How many of the orders lead here. */
  readonly orders: number;
}

/** Where play from one start can end over several orders of moving, most frequent first. Cycles count by their set. */
export function endPoints(
  game: StanceGame,
  start: ArrayLike<number>,
  orders: readonly MoveOrder[],
): EndPoint[] {
  const known = remembered(game);
  const found = new Map<number, EndPoint>();
  for (const order of orders) {
    const path = bestResponsePath(known, start, order);
    const profile = path.ended === "rest" ? path.end : Math.min(...path.cycle);
    const counted = found.get(profile)?.orders ?? 0;
    found.set(profile, { profile, ended: path.ended, orders: counted + 1 });
  }
  return [...found.values()].sort((a, b) => b.orders - a.orders || a.profile - b.profile);
}
