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

/** Stores of the place by good, t at the end of each month from before the stop on; largest before the stop first. */
export function storesByGood(view: ShockView): readonly { good: string; values: readonly number[] }[] {
  const sums = new Map<string, number[]>();
  for (const series of seriesOf(view, "stores")) {
    if (!regionsOf(view).includes(series.region)) continue;
    const values = valuesOf(series);
    const known = sums.get(series.good ?? "");
    sums.set(
      series.good ?? "",
      values.map((value, k) => (known?.[k] ?? 0) + (value ?? 0)),
    );
  }
  const rows = [...sums].map(([good, values]) => ({ good, values }));
  return rows.sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0));
}

/** All goods together, t at the end of each month from before the stop on. */
export function storesOf(view: ShockView): readonly number[] {
  const all = storesByGood(view);
  return [0, ...view.answer.result.months].map((_, k) =>
    all.reduce((sum, { values }) => sum + (values[k] ?? 0), 0),
  );
}

/** Use that goes unmet at the place by end use, each month less the year without the stop; what moves most first. */
export function lostUse(view: ShockView): readonly { series: ShockSeries; values: readonly number[] }[] {
  return seriesOf(view, "unmet")
    .filter(({ region }) => region === view.place)
    .map((series) => ({ series, values: [0, ...series.values.map((value) => value - series.before)] }))
    .filter(({ values }) => values.some((value) => Math.abs(value) > 0.5))
    .sort((a, b) => Math.max(...b.values) - Math.max(...a.values));
}

export function show(view: ShockView, value: number, unit: string): string {
  return showFigure(value, unit, view.language, view.words.units);
}

export function measureAll(
  view: ShockView,
  unit: string,
  rows: readonly (readonly (number | undefined)[])[],
) {
  const largest = rows.flat().reduce<number>((most, v) => Math.max(most, Math.abs(v ?? 0)), 0);
  return measureOf(unit, largest, view.language, view.words.units);
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
  const [id, month] = markOf(key);
  const series = view.answer.result.series.find((item) => nameOf(item) === id);
  if (series === undefined) return undefined;
  return originOf(view, `${nameOf(series)}, ${whenText(view, month)}`, valuesOf(series)[month], series.unit);
}

/** The origin behind a mark of the picture of lost use: a difference from the year without the stop. */
export function lostOrigin(view: ShockView, key: string): Origin | undefined {
  const [id, month] = markOf(key);
  const found = lostUse(view).find(({ series }) => nameOf(series) === id);
  if (found === undefined) return undefined;
  const title = `${nameOf(found.series)}, ${whenText(view, month)}, ${view.words.shock.lessBefore}`;
  return originOf(view, title, found.values[month], found.series.unit);
}

/** The origin behind a mark of the picture of stores: all regions of the place together. */
export function storesOrigin(view: ShockView, key: string): Origin | undefined {
  const [good, month] = markOf(key);
  const found = storesByGood(view).find((row) => row.good === good);
  if (found === undefined) return undefined;
  return originOf(view, `stores[${good},${view.place}], ${whenText(view, month)}`, found.values[month], "t");
}

function markOf(key: string): readonly [string, number] {
  const colon = key.lastIndexOf(":");
  return [key.slice(0, colon), Number(key.slice(colon + 1))];
}

function whenText({ words: { shock } }: ShockView, month: number): string {
  return month === 0 ? shock.before : `${shock.month} ${String(month)}`;
}
