import type { MetricName } from "@didym/messages";
import { showFigure } from "../../format/measure.js";
import type { Origin } from "../../parts/origin.js";
import type { Row } from "../../worker/series-of.js";
import type { LabView } from "./view.js";

/** `price[oxide.NdPr,JPN]` in 2030 is `price[oxide.NdPr,JPN,2030]`. */
export function withYear(reference: string, year: number): string {
  return `${reference.slice(0, -1)},${String(year)}]`;
}

/** The origin of a computed figure: unit, year, equation, run, versions, levers acting in that year. */
export function computedOrigin(
  view: LabView,
  reference: string,
  year: number,
  versions: { model: string; data: string },
): Origin | undefined {
  const row: Row | undefined = view.answer.rows[reference];
  const value = row?.values[view.answer.years.indexOf(year)];
  if (row === undefined || value === undefined) return undefined;
  const { page, units } = view.words;
  const text = view.texts?.metrics[row.metric as MetricName] as
    { text: string; equation?: string } | undefined;
  return {
    title: reference,
    value:
      row.unit === "ratio" ? view.numbers.percent(value) : showFigure(value, row.unit, view.language, units),
    unit: row.unit,
    year,
    kind: "computed",
    reference: withYear(reference, year),
    ...(text && { text: text.text }),
    ...(text?.equation !== undefined && { equation: text.equation }),
    ...runOf(view, year),
    versions: page.origin.versions(versions.model, versions.data),
  };
}

/** What every computed figure of a year says of its run. */
export function runOf(view: LabView, year: number): Pick<Origin, "run" | "drivers"> {
  const acting = view.answer.levers.filter(({ from, to }) => from <= year && year <= to);
  const { kinds } = view.words.levers;
  return {
    run: view.words.page.origin.run(view.answer.hash.slice(0, 12)),
    drivers: acting.map(({ id, kind }) => `${kinds[kind as keyof typeof kinds] ?? kind} (${id})`),
  };
}
