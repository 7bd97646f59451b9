import type { Text } from "@didym/messages";
import {
  metricOf,
  parseMetricReference,
  select,
  seriesOf,
  valueOf,
  type RunJson,
  type RunResult,
  type Series,
  type SeriesJson,
} from "@didym/core/results";
import type { Cell, Column, Table } from "../command/answer.js";
import { headlines, shownYears, type Headline } from "./headline.js";

const text = (key: string, en: string, zh: string): Column => ({ key, title: { en, zh }, kind: "text" });
const number = (key: string, en: string, zh: string): Column => ({ key, title: { en, zh }, kind: "number" });

/** The headline table: figures of a few years, and each figure's difference from the compared run. */
export function headlineTable(
  result: RunResult,
  against: RunResult | undefined,
  words: (text: Text) => string,
): Table {
  const years = shownYears(result.years);
  const columns = years.flatMap((year) => [
    number(String(year), String(year), String(year)),
    ...(against === undefined ? [] : [number(`change${year}`, "±", "±")]),
  ]);
  return {
    name: "headline",
    title: against === undefined ? { en: result.scenario, zh: result.scenario } : titleOf(result, against),
    columns: [text("what", "what", "指标"), text("unit", "unit", "单位"), ...columns],
    rows: headlines.flatMap((headline): Cell[][] => {
      if (headline.differenceOnly === true && against === undefined) return [];
      return [
        [
          words(headline.what),
          headline.unit,
          ...years.flatMap((year) => headlineCells(headline, year, result, against)),
        ],
      ];
    }),
  };
}

/** The figure of a year, and its difference from the compared run. */
function headlineCells(
  { reference, factor, differenceOnly }: Headline,
  year: number,
  result: RunResult,
  against: RunResult | undefined,
): Cell[] {
  const asked = { ...parseMetricReference(reference, result), year };
  const value = valueOf(result, asked);
  const shown = value === undefined || differenceOnly === true ? null : value * factor;
  if (against === undefined) return [shown];
  const other = against.years.includes(year) ? valueOf(against, asked) : undefined;
  return [shown, value === undefined || other === undefined ? null : (value - other) * factor];
}

function titleOf({ scenario }: RunResult, { scenario: other }: RunResult) {
  return { en: `${scenario} (± against ${other})`, zh: `${scenario}（± 为相对 ${other} 的差额）` };
}

/** One row per selected series, all its years. */
export function selectedTable(
  result: RunResult,
  against: RunResult | undefined,
  references: readonly string[],
): Table {
  const series = select(result, references);
  const columns = result.years.map((year) => number(String(year), String(year), String(year)));
  return {
    name: "selected",
    columns: [text("series", "series", "序列"), text("unit", "unit", "单位"), ...columns],
    rows: series.flatMap((own) => {
      if (against === undefined) return [selectedRow(own, result, "")];
      const other = seriesOf(against, metricOf(own.metric)!, own.names);
      return [selectedRow(own, result, ""), selectedRow(other, result, ` ${against.scenario}`)];
    }),
  };
}

function selectedRow(
  { metric, names, unit, values, void: empty }: Series,
  { years }: RunResult,
  suffix: string,
): Cell[] {
  const place = metricOf(metric)!.dimensions.flatMap((dimension) => names[dimension] ?? []);
  const cells = values.map((value, i): Cell => (empty.includes(years[i]) ? null : value));
  return [`${metric}[${place.join(",")}]${suffix}`, unit, ...cells];
}

const dimensions = ["good", "stage", "region", "endUse", "partner", "kind", "lever", "plant"] as const;

/** Every series as rows: one a series and year, the dimensions in columns of their own. */
export function seriesTable({ years, series }: Pick<RunJson, "years" | "series">): Table {
  return {
    name: "series",
    quiet: true,
    columns: [
      text("metric", "metric", "指标"),
      ...dimensions.map((key) => text(key, key, key)),
      text("unit", "unit", "单位"),
      { key: "year", title: { en: "year", zh: "年份" }, kind: "year" },
      number("value", "value", "数值"),
      number("against", "against", "对照"),
    ],
    rows: series.flatMap((row) => rowsOf(row, years)),
  };
}

function rowsOf(row: SeriesJson, years: readonly number[]): Cell[][] {
  const names = dimensions.map((key): Cell => row[key] ?? null);
  return years.map((year, i) => {
    const has = row.void?.includes(year) !== true;
    const hasOther = row.againstVoid?.includes(year) !== true;
    return [
      row.metric,
      ...names,
      row.unit,
      year,
      has ? row.values[i] : null,
      hasOther ? (row.against?.[i] ?? null) : null,
    ];
  });
}

/** Present values of money flows by region, kind and lever. */
export function presentValueTable({ presentValues }: Pick<RunJson, "presentValues">): Table {
  return {
    name: "present-values",
    quiet: true,
    title: { en: "Present values, kUSD of 2024", zh: "现值（2024 年千美元）" },
    columns: [
      text("metric", "metric", "指标"),
      text("region", "region", "地区"),
      text("kind", "kind", "种类"),
      text("lever", "lever", "政策工具"),
      number("value", "value", "数值"),
      number("rate", "rate", "贴现率"),
      { key: "asOf", title: { en: "as of", zh: "基准年" }, kind: "year" },
    ],
    rows: presentValues.map(({ metric, region, kind, lever, value, rate, asOf }) => [
      metric,
      region ?? null,
      kind ?? null,
      lever ?? null,
      value,
      rate,
      asOf,
    ]),
  };
}
