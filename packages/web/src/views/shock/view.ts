import type { ShockSeries } from "@didym/core/shock";
import type { Language, PageWords } from "@didym/messages";
import { measureOf, showFigure } from "../../format/measure.js";
import type { NameBook } from "../../format/names.js";
import type { Origin } from "../../parts/origin.js";
import type { ShockAnswer } from "./worker/answer-shock.js";

/** What every picture and sentence of the Shock view is made of. */
export interface ShockView {
  readonly answer: ShockAnswer;
  readonly place: string;
  readonly good: string;
  /** 0 is the year before the stop. */
  readonly month: number;
  readonly language: Language;
  readonly words: PageWords;
  readonly book: NameBook;
}

export const nameOf = (series: ShockSeries): string =>
  `${series.metric}[${series.endUse ?? series.good ?? ""},${series.region}]`;

/** Figures from before the stop on; undefined in months without meaning. */
export function valuesOf({ before, values, void: empty }: ShockSeries): (number | undefined)[] {
  return [before, ...values.map((value, k) => (empty?.includes(k + 1) === true ? undefined : value))];
}

/** Regions counted in a place. */
export function regionsOf({ answer, place }: ShockView): readonly string[] {
  return place === "members" ? answer.spec.to : [place];
}

export function seriesOf({ answer }: ShockView, metric: string): readonly ShockSeries[] {
  return answer.result.series.filter((series) => series.metric === metric);
}

/** kUSD over all months. */
export function totalOf(view: ShockView, kind: "loss" | "valueAddedAtRisk"): number {
  const totals = view.answer.result.totals[kind];
  return regionsOf(view).reduce((sum, region) => sum + (totals[region] ?? 0), 0);
}

/** All goods together, t at the end of each month from before the stop on. */
export function storesOf(view: ShockView): readonly number[] {
  const all = seriesOf(view, "stores")
    .filter(({ region }) => regionsOf(view).includes(region))
    .map(valuesOf);
  return [0, ...view.answer.result.months].map((_, k) => all.reduce((sum, row) => sum + (row[k] ?? 0), 0));
}

export function show(view: ShockView, value: number, unit: string): string {
  return showFigure(value, unit, view.language, view.words.units);
}

export function measureAll(view: ShockView, series: readonly ShockSeries[]) {
  const largest = series.flatMap(valuesOf).reduce<number>((most, v) => Math.max(most, Math.abs(v ?? 0)), 0);
  return measureOf(series[0]?.unit ?? "t/y", largest, view.language, view.words.units);
}

/** Where a figure comes from: unit, year, run. */
export function originOf(
  view: ShockView,
  title: string,
  value: number | undefined,
  unit: string,
): Origin | undefined {
  if (value === undefined) return undefined;
  const { spec, hash } = view.answer;
  const { shock, page } = view.words;
  return {
    title,
    value: show(view, value, unit),
    unit,
    year: spec.year,
    kind: "computed",
    text: shock.intro,
    run: page.origin.run(hash.slice(0, 12)),
  };
}

/** The origin behind a mark `NAME:MONTH` of a line picture. */
export function lineOrigin(view: ShockView, key: string): Origin | undefined {
  const colon = key.lastIndexOf(":");
  const series = view.answer.result.series.find((item) => nameOf(item) === key.slice(0, colon));
  const month = Number(key.slice(colon + 1));
  if (series === undefined) return undefined;
  const when = month === 0 ? view.words.shock.before : `${view.words.shock.month} ${String(month)}`;
  return originOf(view, `${nameOf(series)}, ${when}`, valuesOf(series)[month], series.unit);
}
