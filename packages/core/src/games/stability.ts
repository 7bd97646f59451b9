import { coalitionCount, coalitionSize, type Coalition } from "./coalition.js";

/** Payoffs of n ≤ 20 seats by coalition of signatories; arrays hold coalition S, seat i at S·n + i. */
export interface CoalitionPayoffs {
  readonly seats: number;
  /** Length 2^n · n. A seat outside S holds the payoff of the stance it has there (hedge). */
  readonly payoff: Float64Array;
  /**
   * Best payoff a seat can have outside S, over all outside stances (hedge, deal); read only where i ∉ S.
   * Default: `payoff`.
   */
  readonly outside?: Float64Array;
  /** Gain, by seat, below which a seat does not move; length n. Default: 0, so that only ties are indifferent. */
  readonly threshold?: Float64Array;
}

/** Flags by coalition mask, length 2^n, 1 = holds. Weak inequalities: a tie holds. */
export interface Stability {
  /** No member loses against the profile where nobody has signed. */
  readonly profitable: Uint8Array;
  /** No member gains by leaving alone. */
  readonly internal: Uint8Array;
  /** No outsider gains by joining alone. */
  readonly external: Uint8Array;
  /** Members' payoffs sum to at least what they would have by leaving, each alone: transfers could hold it. */
  readonly potentiallyInternal: Uint8Array;
  readonly stable: Uint8Array;
}

/**
 * Stability of every coalition.
 *
 * Sources: C. d'Aspremont et al., Canadian Journal of Economics 16, 1983 (internal, external); C. Carraro,
 * J. Eyckmans and M. Finus, Review of International Organizations 1, 2006 (potential internal).
 */
export function stability(payoffs: CoalitionPayoffs): Stability {
  const count = coalitionCount(payoffs.seats);
  const flags = () => new Uint8Array(count).fill(1);
  const result = {
    profitable: flags(),
    internal: flags(),
    external: flags(),
    potentiallyInternal: flags(),
    stable: flags(),
  };
  for (let coalition = 0; coalition < count; coalition++) judge(payoffs, coalition, result);
  return result;
}

function judge(payoffs: CoalitionPayoffs, coalition: Coalition, result: Stability): void {
  const { seats, payoff, outside = payoff, threshold } = payoffs;
  let surplus = 0;
  for (let seat = 0; seat < seats; seat++) {
    const bit = 1 << seat;
    const slack = threshold ? threshold[seat] : 0;
    if (coalition & bit) {
      const inside = payoff[coalition * seats + seat];
      const alone = outside[(coalition ^ bit) * seats + seat];
      if (inside < alone - slack) result.internal[coalition] = 0;
      if (inside < payoff[seat] - slack) result.profitable[coalition] = 0;
      surplus += inside - alone + slack;
    } else {
      const joined = payoff[(coalition | bit) * seats + seat];
      if (joined > outside[coalition * seats + seat] + slack) result.external[coalition] = 0;
    }
  }
  if (surplus < 0) result.potentiallyInternal[coalition] = 0;
  result.stable[coalition] = result.internal[coalition] & result.external[coalition];
}

/** Coalitions whose flag is set, ascending by mask. */
export function flaggedCoalitions(flags: Uint8Array): Coalition[] {
  const found: Coalition[] = [];
  for (let coalition = 0; coalition < flags.length; coalition++) if (flags[coalition]) found.push(coalition);
  return found;
}

/** Those with the most members; empty when there are none. */
export function largestCoalitions(coalitions: readonly Coalition[]): Coalition[] {
  const largest = coalitions.reduce((most, coalition) => Math.max(most, coalitionSize(coalition)), -1);
  return coalitions.filter((coalition) => coalitionSize(coalition) === largest);
}
