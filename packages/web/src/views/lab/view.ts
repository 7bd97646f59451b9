import type { Catalogue, ChangeWords, Language, PageWords } from "@didym/messages";
import { measureOf } from "../../format/measure.js";
import type { NameBook } from "../../format/names.js";
import type { Numbers } from "../../format/numbers.js";
import type { Look } from "../../state/page-state.js";
import type { Row } from "../../worker/series-of.js";
import type { LabAnswer } from "./worker/answer-lab.js";

/** What every picture and sentence of the Lab is made of. */
export interface LabView {
  readonly answer: LabAnswer;
  readonly look: Look;
  readonly year: number;
  readonly language: Language;
  readonly words: PageWords;
  /** Texts of metrics; undefined until they are fetched. */
  readonly texts: Catalogue | undefined;
  readonly book: NameBook;
  readonly numbers: Numbers;
  /** Regions and seats in the chart of accounts. */
  readonly parties: readonly string[];
  /** Name of the run compared with. */
  readonly against: string;
  /** By reference: rows of the 5, 25, 50, 75 and 95% levels, one figure a year; undefined where nothing is quantified. */
  readonly bands?: Readonly<Record<string, readonly (readonly number[])[]>> | undefined;
  /** By reference: rows of single draws; undefined where the reader does not ask for them. */
  readonly paths?: Readonly<Record<string, readonly (readonly number[])[]>> | undefined;
}

export interface At {
  readonly value: number | undefined;
  readonly against: number | undefined;
}

/** A row in a year. */
export function at(view: LabView, reference: string, year = view.year): At {
  const row: Row | undefined = view.answer.rows[reference];
  const index = view.answer.years.indexOf(year);
  return { value: row?.values[index], against: row?.against?.[index] };
}

/** Within which nine tenths of the draws lie in a year, in words; undefined where it is not quantified. */
export function rangeOf(view: LabView, reference: string, unit: string): string | undefined {
  const rows = view.bands?.[reference];
  const index = view.answer.years.indexOf(view.year);
  const [low, high] = [rows?.[0]?.[index], rows?.at(-1)?.[index]];
  if (low === undefined || high === undefined) return undefined;
  const measure = (figure: number) => measureOf(unit, figure, view.language, view.words.units);
  const [least, most] = [measure(low), measure(high)];
  const first = least.label === most.label ? least.rounded(low) : least.full(low);
  return view.words.lab.bands.range(first, most.full(high));
}

export function largestOf(rows: readonly (Row | undefined)[]): number {
  let largest = 0;
  for (const row of rows)
    for (const value of [...(row?.values ?? []), ...(row?.against ?? [])])
      largest = Math.max(largest, Math.abs(value ?? 0));
  return largest;
}

/** How long a change is said: with the run compared with, or without where that is named beside it. */
export type Length = "whole" | "brief";

export const changeWordsOf = ({ words }: LabView, length: Length): ChangeWords =>
  length === "brief" ? words.lab.headline.brief : words.lab.headline;

/** "up 11% against policies in force". */
export function changeWords({ value, against }: At, view: LabView, length: Length = "whole"): string {
  const say = changeWordsOf(view, length);
  if (value === undefined || against === undefined) return view.words.lab.headline.noMeaning;
  const ratio = against === 0 ? 0 : value / against - 1;
  if (Math.abs(ratio) < 0.0005) return say.same(view.against);
  const percent = view.numbers.percent(Math.abs(ratio));
  return ratio > 0 ? say.up(percent, view.against) : say.down(percent, view.against);
}

/** "3.2 percentage points more than under …", for ratios. */
export function pointWords({ value, against }: At, view: LabView, length: Length = "whole"): string {
  const say = changeWordsOf(view, length);
  if (value === undefined || against === undefined) return view.words.lab.headline.noMeaning;
  const difference = value - against;
  if (Math.abs(difference) < 0.0005) return say.same(view.against);
  const points = view.numbers.points(difference);
  return difference > 0 ? say.pointsUp(points, view.against) : say.pointsDown(points, view.against);
}
