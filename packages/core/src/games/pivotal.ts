import { coalitionMembers, type Coalition } from "./coalition.js";
import type { CoalitionPayoffs } from "./stability.js";

/** What a coalition loses with one of its members. */
export interface Departure {
  readonly seat: number;
  /** Fall in the remaining members' payoffs together when this one goes outside; negative when they gain. */
  readonly lossToRest: number;
  /** The coalition holds and would not hold without this member. */
  readonly pivotal: boolean;
}

/**
 * What each departure does to those who stay, largest loss first.
 *
 * @param holds flags by mask saying which coalitions hold, for example `potentiallyInternal` of `stability`.
 */
export function departures(payoffs: CoalitionPayoffs, coalition: Coalition, holds: Uint8Array): Departure[] {
  const { seats, payoff } = payoffs;
  const list = coalitionMembers(coalition).map((seat) => {
    const rest = coalition ^ (1 << seat);
    let lossToRest = 0;
    for (const other of coalitionMembers(rest))
      lossToRest += payoff[coalition * seats + other] - payoff[rest * seats + other];
    return { seat, lossToRest, pivotal: holds[coalition] === 1 && holds[rest] === 0 };
  });
  return list.sort((a, b) => b.lossToRest - a.lossToRest || a.seat - b.seat);
}
