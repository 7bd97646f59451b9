import type { LeverRow } from "../worker/lever-rows.js";

/** Remembers rows between answers: a row that says the same as before is the same object, so that only the lever moved is drawn again. */
export function steadyRows(): (rows: readonly LeverRow[]) => readonly LeverRow[] {
  let known = new Map<string, { readonly text: string; readonly row: LeverRow }>();
  return (rows) => {
    const next = rows.map((row) => {
      const text = JSON.stringify(row);
      const before = known.get(row.id);
      return before?.text === text ? before : { text, row };
    });
    known = new Map(next.map((kept) => [kept.row.id, kept]));
    return next.map(({ row }) => row);
  };
}
