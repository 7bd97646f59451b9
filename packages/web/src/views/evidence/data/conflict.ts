import { cellOf, listOf, textOf, type EvidenceRow, type Tables } from "./tables.js";

/** Figures of different sources that contradict each other. */
export interface Conflict {
  readonly id: string;
  readonly subject: { readonly en: string; readonly zh: string };
  readonly reason: { readonly en: string; readonly zh: string };
  readonly rows: readonly string[];
  /** Of the rows, those the model uses. */
  readonly used: readonly string[];
}

export function readConflicts(tables: Tables): readonly Conflict[] {
  const text = (row: EvidenceRow, field: string): string => textOf(cellOf(row, field));
  const both = (row: EvidenceRow, field: string) => ({
    en: text(row, `${field}_en`),
    zh: text(row, `${field}_zh`),
  });
  return (tables.get("conflicts")?.rows ?? []).map((row) => ({
    id: row.id,
    subject: both(row, "subject"),
    reason: both(row, "reason"),
    rows: listOf(cellOf(row, "rows")),
    used: listOf(cellOf(row, "used")),
  }));
}

/** Every row of figures by its id. */
export function rowsById(tables: Tables): ReadonlyMap<string, EvidenceRow> {
  return new Map([...tables.values()].flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
}
