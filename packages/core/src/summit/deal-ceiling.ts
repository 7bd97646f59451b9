import { presentValue } from "../results/index.js";
import type { Book } from "./book.js";
import type { Payoffs } from "./payoffs.js";
import { withStance, type Profile, type Stance } from "./profile.js";

/**
 * What a seat could concede a year, kUSD, before a deal of its own is no better than the best it can do without one, the others as they
 * are in a profile. Below zero it would have to be paid; null where China's rule sets the terms of deals (courtship).
 */
export function dealCeiling(book: Book, payoffs: Payoffs, profile: Profile, seat: number): number | null {
  const { years, assumptions, settings } = book.summit;
  const dealing = withStance(profile, seat, "deal");
  if (book.at(dealing).account.response === "courtship") return null;
  const worth = (stance: Stance) => payoffs.decides(withStance(profile, seat, stance), seat);
  const ones = years.map(() => 1);
  const oneAYear = presentValue(ones, years, assumptions.rate, assumptions.asOf);
  const more = worth("deal") - Math.max(worth("hedge"), worth("commit"));
  return settings.concession + more / oneAYear;
}
