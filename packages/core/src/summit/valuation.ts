import { atHazard, type HazardLine } from "../games/index.js";
import { pow } from "../numeric/elementary.js";
import type { Summit } from "./prepare.js";
import type { ProfileAccount } from "./solve-profile.js";
import type { SummitAssumptions } from "./summit-assumptions.js";

/** Present value of every item of a party, kUSD, at a real rate as of the year of valuation. */
export function itemValues(
  { items, years, assumptions }: Summit,
  { values }: ProfileAccount,
  party: number,
  rate: number,
): Float64Array {
  const worth = years.map((year) => 1 / pow(1 + rate, year - assumptions.asOf));
  const found = new Float64Array(items.ids.length);
  for (let k = 0; k < found.length; k++) {
    const first = (party * items.ids.length + k) * years.length;
    for (let y = 0; y < years.length; y++) found[k] += worth[y] * values[first + y];
  }
  return found;
}

/** The value of items as a line in the hazard: constant − slope·p. */
export function lineOf(
  items: Summit["items"],
  values: Float64Array,
  { spared, place }: Pick<SummitAssumptions, "spared" | "place">,
): HazardLine {
  let constant = place * values[items.place];
  for (let k = 0; k < items.money; k++) constant += values[k];
  return { constant, slope: (1 - spared) * values[items.loss] + spared * values[items.lossSpared] };
}

/** A party's welfare in a profile as a line in the hazard, a level that only differences of profiles give meaning to. */
export function welfareLine(
  summit: Summit,
  account: ProfileAccount,
  party: number,
  assumptions: SummitAssumptions = summit.assumptions,
): HazardLine {
  return lineOf(summit.items, itemValues(summit, account, party, assumptions.rate), assumptions);
}

/** What the power that answers has in a profile at the central hazard, kUSD, a level. */
export function responderWelfare(summit: Summit, account: ProfileAccount): number {
  const party = summit.parties.length - 2;
  return atHazard(welfareLine(summit, account, party), summit.assumptions.hazard);
}
