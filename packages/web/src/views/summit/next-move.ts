import { withStanceOf } from "./table-edit.js";
import type { Moved } from "./trail.js";
import { movers, type SummitView } from "./view.js";
import type { Profile } from "@didym/core/summit";

/** The move that the largest gain makes from a table, and the table it leads to; undefined where nobody wants to move. */
export function nextMove(view: SummitView, table: Profile): { table: Profile; moved: Moved } | undefined {
  const [first] = movers(view);
  if (first === undefined) return undefined;
  const { seat, wants, stances } = first;
  const reasons = stances.find(({ stance }) => stance === wants.to)?.reasons ?? [];
  return {
    table: withStanceOf(table, view.table.seats.indexOf(seat), wants.to),
    moved: { seat, to: wants.to, gain: wants.gain, reasons },
  };
}
