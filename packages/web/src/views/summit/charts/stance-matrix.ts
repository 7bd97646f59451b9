import type { PayoffData } from "@didym/charts";
import { measureOf } from "../../../format/measure.js";
import { movers, partyName, stanceOrder, type SummitView } from "../view.js";

/** What each seat would gain by each stance, the others as they are, kUSD; stances not yet solved are missing. */
export function matrixData(view: SummitView): PayoffData {
  const { moves, say, language, words } = view;
  const seats = moves?.seats ?? [];
  const cells = seats.flatMap(({ seat, stance, stances }) =>
    stances.map((one) => ({
      row: seat,
      column: one.stance,
      value: 1000 * one.worth,
      ringed: one.stance === stance,
    })),
  );
  const largest = Math.max(0, ...cells.map(({ value }) => Math.abs(value)));
  const measure = measureOf("kUSD", largest, language, words.units);
  return {
    id: "stances",
    title: `${say.figures.matrix} (${measure.label})`,
    summary: say.figures.matrixSummary(movers(view).length, seats.length),
    unit: measure.label,
    rows: seats.map(({ seat }) => ({ id: seat, label: partyName(view, seat) })),
    columns: stanceOrder.map((id) => ({ id, label: say.columns[id] })),
    cells,
    format: measure.number,
  };
}
