import { coalitionMembers } from "../games/index.js";
import type { Book } from "./book.js";
import { allHedge, type Profile } from "./profile.js";
import { assumptionIds, rangeOf, type AssumedRange } from "./summit-assumptions.js";
import { presentValue } from "../results/index.js";
import { itemValues } from "./valuation.js";

/** Discount rates at which items are stored: values in between follow the parabola through them. */
const nodes = 3;
/**
 * Money, loss unspared, loss spared, what equal shares of the package's bills would change, a thousand USD a year conceded, what profit
 * at its place would change; each at three rates.
 */
const parts = 6;
const concededPart = 4;
/** Those of a seat and of the member states that it weighs. */
export const itemsASeat = 2 * parts * nodes;

/** Weights of the values at the low, central and high rate that give the value at a rate between them. */
export function rateWeights({ low, central, high }: AssumedRange, rate: number): number[] {
  if (low === central || central === high) return [0, 1, 0];
  const weight = (a: number, b: number, c: number) => ((rate - b) * (rate - c)) / ((a - b) * (a - c));
  return [weight(low, central, high), weight(central, low, high), weight(high, low, central)];
}

/** A seat's items in a profile less those at all-hedge: part p at rate n stands at p·3 + n, the member states' behind. */
export function linearItems(book: Book): (profile: Profile, seat: number) => Float64Array {
  const { playerParty, unions, sidePayments } = book.summit;
  const conceded = yearsWorth(book);
  const known = new Map<object, Float64Array[]>();
  const valued = (profile: Profile): Float64Array[] => {
    const { account } = book.at(profile);
    let found = known.get(account);
    if (found === undefined) known.set(account, (found = partsOfAll(book, profile)));
    return found;
  };
  return (profile, seat) => {
    const items = new Float64Array(itemsASeat);
    const [now, before] = [valued(profile), valued(allHedge)];
    const add = (party: number, at: number): void => {
      now[party].forEach((value, k) => (items[at + k] += value - before[party][k]));
    };
    add(playerParty[seat], 0);
    if (profile.commit & (1 << seat)) for (let n = 0; n < nodes; n++) items[n] += sidePayments[seat];
    if (profile.deal & (1 << seat)) items.set(conceded, concededPart * nodes);
    for (const state of unions[playerParty[seat]]) add(state, parts * nodes);
    return items;
  };
}

/** Present value of one a year at the three rates. */
function yearsWorth({ summit }: Book): number[] {
  const { chain, scenario, years, assumptions } = summit;
  const { low, central, high } = rangeOf(chain, assumptionIds.rate, scenario.parameters);
  return [low, central, high].map((rate) =>
    presentValue(
      years.map(() => 1),
      years,
      rate,
      assumptions.asOf,
    ),
  );
}

/** By party: money, loss, loss spared, and what the party would pay less if members shared the package's bills equally; at three rates. */
function partsOfAll(book: Book, profile: Profile): Float64Array[] {
  const { summit } = book;
  const { chain, scenario, items, parties, playerParty } = summit;
  const { low, central, high } = rangeOf(chain, assumptionIds.rate, scenario.parameters);
  const bills = scenario.levers
    .filter(({ origin }) => origin === scenario.name)
    .map(({ id }) => items.ids.indexOf(`payments.${id}`));
  const paying = coalitionMembers(profile.commit).map((seat) => playerParty[seat]);
  const found = parties.map(() => new Float64Array(parts * nodes));
  const { account } = book.at(profile);
  [low, central, high].forEach((rate, n) => {
    const values = parties.map((_, party) => itemValues(summit, account, party, rate));
    const paid = values.map((ofParty) => bills.reduce((sum, k) => sum + ofParty[k], 0));
    const equal = paying.reduce((sum, party) => sum + paid[party], 0) / Math.max(1, paying.length);
    values.forEach((ofParty, party) => {
      const money = ofParty.subarray(0, items.money).reduce((sum, value) => sum + value, 0);
      const shift = paying.includes(party) ? equal - paid[party] : 0;
      const listed = [money, ofParty[items.loss], ofParty[items.lossSpared], shift, 0, ofParty[items.place]];
      listed.forEach((value, p) => {
        found[party][p * nodes + n] = value;
      });
    });
  });
  return found;
}
