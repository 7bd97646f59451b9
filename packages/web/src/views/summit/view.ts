import type { HazardLine } from "@didym/core/games";
import type { Stance } from "@didym/core/summit";
import type { Language, PageWords, SummitWords } from "@didym/messages";
import type { NameBook } from "../../format/names.js";
import type { Numbers } from "../../format/numbers.js";
import { showFigure } from "../../format/measure.js";
import type { Origin } from "../../parts/origin.js";
import type { MovesAnswer, SeatMoves } from "./worker/answer-moves.js";
import type { TableAnswer } from "./worker/answer-table.js";

/** What every picture and sentence of the Summit view is made of. */
export interface SummitView {
  readonly table: TableAnswer;
  /** Absent until the seats have been asked. */
  readonly moves: MovesAnswer | undefined;
  readonly language: Language;
  readonly words: PageWords;
  readonly say: SummitWords;
  readonly book: NameBook;
  readonly numbers: Numbers;
  /** The command that plays the same game. */
  readonly command: string;
}

export const stanceOrder: readonly Stance[] = ["commit", "hedge", "deal"];

/** A line's value at the hazard assumed, MUSD. */
export function worthOf({ table }: SummitView, { constant, slope }: HazardLine): number {
  return constant - slope * table.assumptions.hazard;
}

/** Gain of a party at this table, MUSD. */
export function gainOf(view: SummitView, party: string): number {
  const line = view.table.lines[party];
  return line === undefined ? 0 : worthOf(view, line);
}

export function partyName({ say, book }: Pick<SummitView, "say" | "book">, id: string): string {
  return id === "rest" ? say.rest : book.region(id);
}

/** MUSD in the unit that suits the figure. */
export function money({ language, words }: Pick<SummitView, "language" | "words">, millions: number): string {
  return showFigure(millions * 1000, "kUSD", language, words.units);
}

export function signedMoney(view: SummitView, millions: number): string {
  return view.numbers.signed(money(view, millions), millions);
}

/** Seats that would rather do something else, the largest gain first. */
export function movers({
  moves,
}: SummitView): readonly (SeatMoves & { wants: NonNullable<SeatMoves["wants"]> })[] {
  return (moves?.seats ?? [])
    .flatMap((seat) => (seat.wants === undefined ? [] : [{ ...seat, wants: seat.wants }]))
    .sort((a, b) => b.wants.gain - a.wants.gain);
}

/** `USA,JPN,deal:KOR` in names. */
export function coalitionText(view: Pick<SummitView, "say" | "book">, coalition: string): string {
  const { say } = view;
  if (coalition === "") return say.coalitions.nobody;
  const name = (member: string) =>
    member.startsWith("deal:")
      ? `${partyName(view, member.slice(5))} (${say.would.deal})`
      : partyName(view, member);
  return coalition.split(",").map(name).join(say.comma);
}

/** Where a computed figure of the summit comes from. */
export function originOf(view: SummitView, title: string, value: string, text: string): Origin {
  const { say, numbers, table, words, command } = view;
  const { hazard, unionWeight, rate, spared, place } = table.assumptions;
  const { percent } = numbers;
  return {
    title,
    value,
    unit: say.origin.unit,
    year: table.assumptions.asOf,
    kind: "computed",
    reference: command,
    equation: say.origin.equation,
    text,
    assumption: [
      say.origin.rule(ruleText(say, table.rule)),
      say.origin.assumptions(percent(hazard), percent(unionWeight), percent(rate), percent(spared)),
      ...(place > 0 ? [say.origin.place(percent(place))] : []),
    ].join("; "),
    run: words.page.origin.run(table.hash.slice(0, 12)),
  };
}

export function ruleText(say: SummitWords, rule: string): string {
  return say.rules[rule as keyof SummitWords["rules"]] ?? rule;
}

/** A stance of a seat at this table, as the figure in its row. */
export function stanceWorth(view: SummitView, seat: string, stance: string): number | undefined {
  const found = view.moves?.seats.find((one) => one.seat === seat);
  return found?.stances.find((one) => one.stance === stance)?.worth;
}
