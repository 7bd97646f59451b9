import type { Catalogue, Language, PageWords } from "@didym/messages";
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
export function rangeOf(
  view: LabView,
  reference: string,
  show: (value: number) => string,
): string | undefined {
  const rows = view.bands?.[reference];
  const index = view.answer.years.indexOf(view.year);
  const [low, high] = [rows?.[0]?.[index], rows?.at(-1)?.[index]];
  return low === undefined || high === undefined
    ? undefined
    : view.words.lab.bands.range(show(low), show(high));
}

export function largestOf(rows: readonly (Row | undefined)[]): number {
  let largest = 0;
  for (const row of rows)
    for (const value of [...(row?.values ?? []), ...(row?.against ?? [])])
      largest = Math.max(largest, Math.abs(value ?? 0));
  return largest;
}

/** "up 11% against policies in force". */
export function changeWords({ value, against }: At, view: LabView): string {
  const { headline } = view.words.lab;
  if (value === undefined || against === undefined) return headline.noMeaning;
  const ratio = against === 0 ? 0 : value / against - 1;
  if (Math.abs(ratio) < 0.0005) return headline.same(view.against);
  const percent = view.numbers.percent(Math.abs(ratio));
  return ratio > 0 ? headline.up(percent, view.against) : headline.down(percent, view.against);
}

/** "3.2 percentage points more than under …", for ratios. */
export function pointWords({ value, against }: At, view: LabView): string {
  const { headline } = view.words.lab;
  if (value === undefined || against === undefined) return headline.noMeaning;
  const difference = value - against;
  if (Math.abs(difference) < 0.0005) return headline.same(view.against);
  const points = view.numbers.points(difference);
  return difference > 0 ? headline.pointsUp(points, view.against) : headline.pointsDown(points, view.against);
}
