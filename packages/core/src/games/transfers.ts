import { coalitionMembers, type Coalition } from "./coalition.js";
import type { CoalitionPayoffs } from "./stability.js";

/** Payments that keep every member of a coalition in it. */
export interface TransferPlan {
  /** Received (positive) or paid (negative) by seat; 0 for outsiders; length n. */
  readonly transfers: Float64Array;
  /** Sum of all that is received: the least that must change hands. */
  readonly moved: number;
  /** Part of it that members cannot raise among themselves and that must come from outside. */
  readonly outsideMoney: number;
}

/**
 * The cheapest transfers after which no member of `coalition` gains by leaving alone. Each member short of its outside
 * payoff receives exactly the shortfall, so no plan moves less; those with a surplus pay in proportion to it.
 * A gain below the seat's threshold does not make it leave, and is not paid for.
 */
export function cheapestTransfers(payoffs: CoalitionPayoffs, coalition: Coalition): TransferPlan {
  const { seats, payoff, outside = payoff, threshold } = payoffs;
  const transfers = new Float64Array(seats);
  let shortfall = 0;
  let surplus = 0;
  for (const seat of coalitionMembers(coalition)) {
    const alone = outside[(coalition ^ (1 << seat)) * seats + seat] - (threshold ? threshold[seat] : 0);
    transfers[seat] = alone - payoff[coalition * seats + seat];
    if (transfers[seat] > 0) shortfall += transfers[seat];
    else surplus -= transfers[seat];
  }
  const share = surplus > 0 ? Math.min(1, shortfall / surplus) : 0;
  for (const seat of coalitionMembers(coalition))
    if (transfers[seat] <= 0) transfers[seat] = transfers[seat] * share + 0;
  return { transfers, moved: shortfall, outsideMoney: Math.max(0, shortfall - surplus) };
}
