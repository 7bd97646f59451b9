import type { BarData } from "@didym/charts";
import { measureOf } from "../../../format/measure.js";
import { partyName, type SummitView } from "../view.js";

/** The cheapest payments that would hold those who have joined: received right, paid left; kUSD. */
export function transfersData(view: SummitView): BarData | undefined {
  const { moves, say, language, words } = view;
  if (moves?.transfers === undefined || moves.transfers.moved <= 0) return undefined;
  const { bySeat, moved, outsideMoney } = moves.transfers;
  const bars = Object.entries(bySeat)
    .map(([id, value]) => ({ id, label: partyName(view, id), value: 1000 * value }))
    .sort((a, b) => b.value - a.value);
  const largest = Math.max(0, ...bars.map(({ value }) => Math.abs(value)));
  const measure = measureOf("kUSD", largest, language, words.units);
  return {
    id: "transfers",
    title: say.figures.transfers,
    summary: say.figures.transfersSummary(measure.full(1000 * moved), measure.full(1000 * outsideMoney)),
    unit: measure.label,
    bars,
    format: measure.number,
  };
}
