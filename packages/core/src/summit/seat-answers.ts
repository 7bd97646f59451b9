import type { Book } from "./book.js";
import { choiceOf, type Choice } from "./choice.js";
import { dealCeiling } from "./deal-ceiling.js";
import { toMillions } from "./named-payoffs.js";
import type { Payoffs } from "./payoffs.js";
import { allHedge, type Profile } from "./profile.js";
import type { SeatChoice, SummitAnswer } from "./summit-answer.js";

const named = 3;

/** What each seat would do, and what it could pay for a deal, with the others all joined and with nobody joined; MUSD. */
export function seatAnswers(
  book: Book,
  payoffs: Payoffs,
  threshold: Float64Array,
  grand: Profile,
): Pick<SummitAnswer, "choices" | "dealCeiling"> {
  const { players, settings } = book.summit;
  const bySeat = <T>(value: (seat: number) => T) =>
    Object.fromEntries(players.map((id, seat) => [id, value(seat)]));
  const choices = (profile: Profile) =>
    bySeat((seat) => inMillions(choiceOf(book.summit, payoffs, profile, seat), threshold[seat]));
  const ceilings = (profile: Profile) =>
    bySeat((seat) => {
      const found = dealCeiling(book, payoffs, profile, seat);
      return found === null ? null : toMillions(found);
    });
  return {
    choices: { ifAllJoin: choices(grand), ifNobodyJoins: choices(allHedge) },
    dealCeiling: {
      assumed: toMillions(settings.concession),
      ifAllJoin: ceilings(grand),
      ifNobodyJoins: ceilings(allHedge),
    },
  };
}

function inMillions({ reasons, gain, ...choice }: Choice, threshold: number): SeatChoice {
  const list = reasons.map(({ item, amount }) => ({ item, amount: toMillions(amount) }));
  return {
    ...choice,
    gain: toMillions(gain),
    indifferent: gain <= threshold,
    for: list.filter(({ amount }) => amount > 0).slice(0, named),
    against: list
      .filter(({ amount }) => amount < 0)
      .slice(-named)
      .reverse(),
  };
}
