import type { Book } from "./book.js";
import type { Payoffs } from "./payoffs.js";
import { allHedge, type Profile } from "./profile.js";

/**
 * The gain a seat's move must exceed, kUSD, by seat: the largest of an amount, a share of the gross items of its decision, and a
 * multiple of the accounts' own error, over the profiles given.
 */
export function thresholds(book: Book, payoffs: Payoffs, profiles: readonly Profile[]): Float64Array {
  const { assumptions, players, items } = book.summit;
  const { thresholdMoney, thresholdShare, thresholdError, hazard } = assumptions;
  const error = Math.max(0, ...[allHedge, ...profiles].map((profile) => book.at(profile).account.error));
  return Float64Array.from(players, (_, seat) => {
    let gross = 0;
    for (const profile of profiles) {
      const values = payoffs.decisionItems(profile, seat);
      const money = values.subarray(0, items.money).reduce((sum, value) => sum + Math.abs(value), 0);
      gross = Math.max(gross, money + hazard * Math.abs(values[items.loss]));
    }
    return Math.max(thresholdMoney, thresholdShare * gross, thresholdError * error);
  });
}
