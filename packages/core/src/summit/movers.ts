import { atHazard, deviations, type HazardLine } from "../games/index.js";
import { Book, inline } from "./book.js";
import { lineInMillions, toMillions } from "./named-payoffs.js";
import { payoffsOf } from "./payoffs.js";
import { neighbours, stanceGame } from "./play.js";
import type { Summit } from "./prepare.js";
import { allHedge, numbersOf, stances, withStance, type Profile, type Stance } from "./profile.js";
import { reasons } from "./reason.js";
import { thresholds } from "./threshold.js";

/** A seat that would rather take another stance, the others as they are; MUSD. */
export interface Mover {
  readonly seat: string;
  readonly from: Stance;
  readonly to: Stance;
  readonly gain: number;
  readonly item: string;
  readonly amount: number;
}

export interface Movers {
  /** Gain over all-hedge by party at the hazard assumed, and as a line in it. */
  readonly payoffs: Readonly<Record<string, number>>;
  readonly lines: Readonly<Record<string, HazardLine>>;
  readonly threshold: Readonly<Record<string, number>>;
  /** The largest gain first. */
  readonly movers: readonly Mover[];
  readonly response: string;
}

/** A table of one summit: solved profiles are kept from one question to the next. */
export function openTable(summit: Summit): {
  readonly movers: (profile: Profile, deals?: boolean) => Movers;
} {
  const book = new Book(summit, inline);
  return { movers: (profile, deals = false) => moversOf(book, profile, deals) };
}

/** One profile and its single deviations: who gains what, and who wants to move where. No I/O; for a worker of a page. */
export function movers(summit: Summit, profile: Profile, deals = false): Movers {
  return openTable(summit).movers(profile, deals);
}

function moversOf(book: Book, profile: Profile, deals: boolean): Movers {
  const { summit } = book;
  const { players, parties, assumptions } = summit;
  const seats = players.length;
  const count = deals || profile.deal !== 0 ? 3 : 2;
  book.fillNow([allHedge, ...neighbours(profile, seats, count)]);
  const payoffs = payoffsOf(book);
  const threshold = thresholds(book, payoffs, [profile]);
  const game = stanceGame(payoffs, seats, threshold, count);
  const lines = parties.map((_, party) => payoffs.line(profile, party));
  const byParty = <T>(value: (line: HazardLine) => T) =>
    Object.fromEntries(parties.map(({ id }, party) => [id, value(lines[party])]));
  return {
    payoffs: byParty((line) => toMillions(atHazard(line, assumptions.hazard))),
    lines: byParty(lineInMillions),
    threshold: Object.fromEntries(players.map((id, seat) => [id, toMillions(threshold[seat])])),
    movers: deviations(game, numbersOf(profile, seats)).map(({ seat, from, to, gain }) => {
      const [first] = reasons(summit, payoffs, seat, profile, withStance(profile, seat, stances[to]));
      return {
        seat: players[seat],
        from: stances[from],
        to: stances[to],
        gain: toMillions(gain),
        item: first.item,
        amount: toMillions(first.amount),
      };
    }),
    response: book.at(profile).account.response,
  };
}
