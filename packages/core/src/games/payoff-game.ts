import { coalitionsBySize, largestMagnitude, memberIds } from "./coalition.js";
import type { PayoffGame } from "./game.js";
import { largestCoalitions, stability } from "./stability.js";

export interface CoalitionRow {
  readonly members: readonly string[];
  readonly profitable: boolean;
  readonly internal: boolean;
  readonly external: boolean;
  readonly potentiallyInternal: boolean;
}

export interface PayoffGameAnswer {
  /** Every coalition, smaller ones first. */
  readonly coalitions: readonly CoalitionRow[];
  /** Internally and externally stable coalitions, in the same order. */
  readonly stable: readonly (readonly string[])[];
  /** The first of the largest stable coalitions; null when none is stable. */
  readonly largestStable: readonly string[] | null;
}

/** Differences below this share of the largest payoff are rounding, hence ties. */
const ROUNDING = 1e-12;

/** Stability of every coalition of a game given by payoffs. */
export function answerPayoffGame({ players, payoff }: PayoffGame): PayoffGameAnswer {
  const threshold = new Float64Array(players.length).fill(ROUNDING * largestMagnitude(payoff));
  const flags = stability({ seats: players.length, payoff, threshold });
  const order = coalitionsBySize(players.length);
  const stable = order.filter((mask) => flags.stable[mask] === 1);
  const largest = largestCoalitions(stable)[0];
  return {
    coalitions: order.map((mask) => ({
      members: memberIds(mask, players),
      profitable: flags.profitable[mask] === 1,
      internal: flags.internal[mask] === 1,
      external: flags.external[mask] === 1,
      potentiallyInternal: flags.potentiallyInternal[mask] === 1,
    })),
    stable: stable.map((mask) => memberIds(mask, players)),
    largestStable: largest === undefined ? null : memberIds(largest, players),
  };
}
