import type { Book } from "./book.js";
import type { Payoffs } from "./payoffs.js";
import { allHedge, type Profile } from "./profile.js";

/**
 * The gain a seat's move must exceed, kUSD, by seat: the largest of an amount, a share of the gross items of its decision, and a
 * multiple of the accounts' own error, over the profiles given.
 */
export function thresholds(book: Book, payoffs: Payoffs, profiles: readonly Profile[]): Float64Array {
  const { assumptions, players } = book.summit;
  const { thresholdMoney, thresholdShare, thresholdError } = assumptions;
  const error = Math.max(0, ...[allHedge, ...profiles].map((profile) => book.at(profile).account.error));
  return Float64Array.from(players, (_, seat) => {
    let gross = 0;
    for (const profile of profiles) {
      const items = payoffs.decisionItems(profile, seat);
      gross = Math.max(
        gross,
        items.reduce((sum, value) => sum + Math.abs(value), 0),
      );
    }
    return Math.max(thresholdMoney, thresholdShare * gross, thresholdError * error);
  });
}
