import type { BarData } from "@didym/charts";
import { measureOf } from "../../../format/measure.js";
import type { ShockView } from "../view.js";

/** Smallest figure drawn, kUSD. */
const least = 100;

/** Gain (right) or loss (left) of each region over all months; the ten largest. */
export function lossesData({ answer, words, book, language }: ShockView): BarData {
  const { figures } = words.shock;
  const bars = Object.entries(answer.result.totals.loss)
    .filter(([, loss]) => Math.abs(loss) > least)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 10)
    .sort(([, a], [, b]) => b - a)
    .map(([region, loss]) => ({ id: region, label: book.region(region), value: -loss }));
  const largest = Math.max(0, ...bars.map(({ value }) => Math.abs(value)));
  const measure = measureOf("kUSD", largest, language, words.units);
  const worst = bars[0];
  const summary =
    worst === undefined || worst.value >= 0
      ? figures.gains
      : figures.lossesSummary(worst.label, measure.full(-worst.value));
  return {
    id: "losses",
    title: figures.losses,
    summary,
    unit: measure.label,
    bars,
    format: measure.number,
  };
}
