import { atHazard, type HazardLine } from "../games/index.js";
import type { Book } from "./book.js";
import { allHedge, type Profile } from "./profile.js";
import { itemValues, lineOf } from "./valuation.js";

/** What parties gain in a profile over all-hedge under the same rule. Money kUSD, present value. */
export interface Payoffs {
  /** Change of every item of a party, in the order of the items. */
  items(profile: Profile, party: number): Float64Array;
  /** Gain of a party as a line in the hazard: seats, who answers, the rest. */
  line(profile: Profile, party: number): HazardLine;
  /** What decides for seat i: its own line, a customs union's with its member states' weighed in, and with its side payment. */
  decision(profile: Profile, seat: number): HazardLine;
  /** The decision at the hazard assumed. */
  decides(profile: Profile, seat: number): number;
  /** Items that decide, the member states' weighed in. */
  decisionItems(profile: Profile, seat: number): Float64Array;
}

/** Payoffs from a book, each computed once; asking for a profile that is not solved throws `Missing`. */
export function payoffsOf(book: Book): Payoffs {
  const { summit } = book;
  const { assumptions, items, playerParty, unions, sidePayments } = summit;
  const known = new WeakMap<object, Map<number, Float64Array>>();
  const level = (profile: Profile, party: number): Float64Array => {
    const { account } = book.at(profile);
    let ofAccount = known.get(account);
    if (ofAccount === undefined) known.set(account, (ofAccount = new Map<number, Float64Array>()));
    let values = ofAccount.get(party);
    if (values === undefined)
      ofAccount.set(party, (values = itemValues(summit, account, party, assumptions.rate)));
    return values;
  };
  const change = (profile: Profile, party: number): Float64Array => {
    const before = level(allHedge, party);
    return level(profile, party).map((value, k) => value - before[k]);
  };
  const weighed = (profile: Profile, seat: number): Float64Array => {
    const own = change(profile, playerParty[seat]);
    for (const state of unions[playerParty[seat]]) {
      const theirs = change(profile, state);
      theirs.forEach((value, k) => (own[k] += assumptions.unionWeight * value));
    }
    return own;
  };
  const decision = (profile: Profile, seat: number): HazardLine => {
    const { constant, slope } = lineOf(items, weighed(profile, seat), assumptions);
    const paid = profile.commit & (1 << seat) ? sidePayments[seat] : 0;
    return { constant: constant + paid, slope };
  };
  return {
    items: change,
    line: (profile, party) => lineOf(items, change(profile, party), assumptions),
    decision,
    decides: (profile, seat) => atHazard(decision(profile, seat), assumptions.hazard),
    decisionItems: weighed,
  };
}
