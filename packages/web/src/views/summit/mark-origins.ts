import { stackTotal, type BarData, type LineData, type PayoffData, type StackData } from "@didym/charts";
import type { Origin } from "../../parts/origin.js";
import { money, originOf, partyName, type SummitView } from "./view.js";

/** Origins behind the marks of the Summit's pictures, by their keys; figures of pictures are kUSD. */
const shown = (view: SummitView, thousands: number): string => money(view, thousands / 1000);

/** `PARTY:GROUP` or `PARTY:total` of the gains. */
export function itemOrigin(view: SummitView, data: StackData, key: string): Origin | undefined {
  const [party, item] = key.split(":");
  const row = data.rows.find(({ id }) => id === party);
  if (row === undefined) return undefined;
  const at = data.items.findIndex(({ id }) => id === item);
  const value = at < 0 ? stackTotal(row) : (row.values[at] ?? 0);
  const label = at < 0 ? data.totalLabel : (data.items[at]?.label ?? "");
  return originOf(view, `${row.label}, ${label}`, shown(view, value), view.say.origin.payoff);
}

/** `SEAT:STANCE` of the matrix. */
export function cellOrigin(view: SummitView, data: PayoffData, key: string): Origin | undefined {
  const cell = data.cells.find(({ row, column }) => `${row}:${column}` === key);
  if (cell === undefined) return undefined;
  const stance = data.columns.find(({ id }) => id === cell.column)?.label ?? cell.column;
  const title = `${partyName(view, cell.row)}, ${stance}`;
  return originOf(view, title, shown(view, cell.value), view.say.origin.decision);
}

/** `STANCE:PERCENT` of the lines. */
export function hazardOrigin(view: SummitView, data: LineData, key: string): Origin | undefined {
  const [stance, percent] = key.split(":");
  const series = data.series.find(({ id }) => id === stance);
  const value = series?.values[data.years.indexOf(Number(percent))];
  if (series === undefined || value === undefined) return undefined;
  const title = `${series.label}, p = ${percent ?? ""}%`;
  return originOf(view, title, shown(view, value), view.say.origin.decision);
}

export function transferOrigin(view: SummitView, data: BarData, key: string): Origin | undefined {
  const bar = data.bars.find(({ id }) => id === key);
  return bar && originOf(view, bar.label, shown(view, bar.value), view.say.origin.transfer);
}
