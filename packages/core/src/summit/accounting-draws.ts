import {
  stabilityLikelihood,
  type CoefficientDraws,
  type LinearPayoffs,
  type StabilityLikelihood,
} from "../games/index.js";
import { Stream } from "../numeric/stream.js";
import { drawFrom, sobolPoints } from "../uncertainty/index.js";
import type { Book } from "./book.js";
import { commitProfiles } from "./coalitions.js";
import { linearItems, itemsASeat, rateWeights } from "./linear-items.js";
import { withStance } from "./profile.js";
import type { Summit } from "./prepare.js";
import { assumptionIds, rangeOf, type AssumedRange } from "./summit-assumptions.js";

const seed = 2026;
/** Hazard, share spared, weight of member states, discount rate, paying key, threshold, concession, place of profit. */
const dimensions = 8;

/**
 * How likely each coalition is stable when the accounting assumptions are drawn over their ranges: applied to stored items, nothing
 * is solved again. The paying key goes from the package's own to equal shares, profit from plants' owners to where they stand, and what a
 * dealer concedes is drawn too.
 */
export function accountingLikelihood(book: Book, draws: number, deals: boolean): StabilityLikelihood {
  return stabilityLikelihood(linearPayoffs(book, deals), accountingDraws(book.summit, draws));
}

export function accountingDraws({ chain, scenario }: Summit, draws: number): CoefficientDraws {
  const range = (key: keyof typeof assumptionIds) => rangeOf(chain, assumptionIds[key], scenario.parameters);
  const ranges = {
    hazard: range("hazard"),
    spared: range("spared"),
    weight: range("unionWeight"),
    rate: range("rate"),
  };
  const money = range("thresholdMoney");
  const place = rangeOf(chain, "summit.profit-at-place", scenario.parameters);
  const concession = rangeOf(chain, "reaction.concession", scenario.parameters);
  const points = sobolPoints(draws, dimensions, new Stream(seed, "summit-accounting"));
  const at = ({ low, central, high }: AssumedRange, u: number) =>
    drawFrom({ low, central, high, scale: "value" }, u);
  const coefficients = new Float64Array(draws * itemsASeat);
  const threshold = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    const u = points.subarray(d * dimensions, (d + 1) * dimensions);
    const [hazard, spared] = [at(ranges.hazard, u[0]), at(ranges.spared, u[1])];
    const weight = at(ranges.weight, u[2]);
    const more = 1000 * (at(concession, u[6]) - concession.central);
    const parts = [1, -hazard * (1 - spared), -hazard * spared, u[4], -more, at(place, u[7])];
    const rates = rateWeights(ranges.rate, at(ranges.rate, u[3]));
    const own = parts.flatMap((part) => rates.map((share) => part * share));
    coefficients.set([...own, ...own.map((value) => weight * value)], d * itemsASeat);
    threshold[d] = 1000 * at(money, u[5]);
  }
  return { draws, coefficients, threshold };
}

function linearPayoffs(book: Book, deals: boolean): LinearPayoffs {
  const { players } = book.summit;
  const seats = players.length;
  const profiles = commitProfiles(seats);
  const inside = new Float64Array(profiles.length * seats * itemsASeat);
  const dealing = deals ? new Float64Array(inside.length) : undefined;
  const items = linearItems(book);
  for (const profile of profiles)
    for (let seat = 0; seat < seats; seat++) {
      const at = (profile.commit * seats + seat) * itemsASeat;
      inside.set(items(profile, seat), at);
      if (dealing !== undefined && (profile.commit & (1 << seat)) === 0)
        dealing.set(items(withStance(profile, seat, "deal"), seat), at);
    }
  return { seats, items: itemsASeat, inside, outside: [inside, ...(dealing === undefined ? [] : [dealing])] };
}
