import type { LineData } from "@didym/charts";
import { measureOf } from "../../format/measure.js";
import type { Document } from "../../state/to-document.js";
import { ref } from "./references.js";
import { changeWords, largestOf, type LabView } from "./view.js";
import type { LabAnswer } from "./worker/answer-lab.js";

/** A scenario kept for comparison, with its answer. */
export interface Kept {
  readonly hash: string;
  readonly label: string;
  readonly document: Document;
  readonly answer: LabAnswer;
}

export const metricsToCompare = ["price", "exposure", "welfare"] as const;

/** One picture for each kept scenario, all on one scale; or each one's difference from the run compared with. */
export function compareData(
  view: LabView,
  kept: readonly Kept[],
  metric: string,
  difference: boolean,
): LineData[] {
  const { region, good } = view.look;
  const reference =
    metric === "price"
      ? ref.price(good, region)
      : metric === "exposure"
        ? ref.exposure("oxide", region, "embodied")
        : ref.money("welfare", region);
  const always = difference || metric === "welfare";
  const rows = kept.map(({ answer }) => answer.rows[reference]);
  const series = rows.map((row) =>
    (row?.values ?? []).map((value, i) => (always ? less(value, row?.against?.[i]) : value)),
  );
  const unit = rows.find((row) => row !== undefined)?.unit ?? "";
  const all = series.flat().filter((value): value is number => value !== undefined);
  const measure = measureOf(
    unit,
    always ? Math.max(0, ...all.map(Math.abs)) : largestOf(rows),
    view.language,
    view.words.units,
  );
  return kept.map(({ label, answer }, index) => ({
    id: `compare-${String(index)}`,
    title: label,
    summary: changeWords(
      {
        value: rows[index]?.values[answer.years.indexOf(view.year)],
        against: rows[index]?.against?.[answer.years.indexOf(view.year)],
      },
      view,
    ),
    unit: measure.label,
    years: answer.years,
    mark: view.year,
    format: measure.number,
    againstLabel: view.against,
    domain: [Math.min(0, ...all), Math.max(0, ...all)] as const,
    series: [
      {
        id: reference,
        label: view.book.region(region),
        values: series[index] ?? [],
        ...(!always && rows[index]?.against && { against: rows[index].against }),
      },
    ],
  }));
}

function less(value: number | undefined, against: number | undefined): number | undefined {
  return value === undefined || against === undefined ? undefined : value - against;
}
