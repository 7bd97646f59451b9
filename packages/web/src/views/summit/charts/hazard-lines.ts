import type { LineData } from "@didym/charts";
import { measureOf } from "../../../format/measure.js";
import { breakEvenSentence } from "../break-even-words.js";
import { partyName, stanceOrder, type SummitView } from "../view.js";

/** A seat's gain by each stance as a line in the chance of a stop, percent, to the end of its range. */
export function hazardData(view: SummitView, seat: string, highest: number): LineData {
  const { moves, say, language, words, table } = view;
  const found = moves?.seats.find((one) => one.seat === seat);
  const percents = Array.from({ length: Math.round(100 * highest) + 1 }, (_, k) => k);
  const series = stanceOrder.flatMap((stance) => {
    const line = found?.stances.find((one) => one.stance === stance)?.line;
    if (line === undefined) return [];
    const values = percents.map((p) => 1000 * (line.constant - (line.slope * p) / 100));
    return [{ id: stance, label: say.stances[stance], values }];
  });
  const largest = Math.max(0, ...series.flatMap(({ values }) => values.map(Math.abs)));
  const measure = measureOf("kUSD", largest, language, words.units);
  const sentences = (["hedge", "deal"] as const).flatMap((other) => {
    const tie = found?.breakEven[other];
    return tie === undefined ? [] : [breakEvenSentence(view, tie, other)];
  });
  return {
    id: "hazard",
    title: say.figures.lines(partyName(view, seat)),
    summary: sentences.join(language === "zh" ? "" : " "),
    unit: measure.label,
    years: percents,
    across: say.figures.hazardHeader,
    series,
    format: measure.number,
    mark: 100 * table.assumptions.hazard,
  };
}
