import type { Agreement } from "@didym/core/studies";
import { cellOf, textOf, type EvidenceRow, type Tables } from "./tables.js";

interface Both {
  readonly en: string;
  readonly zh: string;
}

/** A figure that a study prints and what the same experiment gives here. */
export interface Study {
  readonly id: string;
  readonly group: string;
  readonly study: Both;
  readonly figure: Both;
  /** Row of the evidence that holds the printed figure. */
  readonly row: string;
  readonly here: { readonly value: number; readonly unit: string; readonly words: Both };
  readonly agreement: Agreement;
  readonly why: Both;
}

/** Studies whose experiment has been run; none where the tables are not there. */
export function readStudies(tables: Tables): readonly Study[] {
  const results = new Map((tables.get("study-results")?.rows ?? []).map((row) => [row.id, row]));
  const text = (row: EvidenceRow, field: string): string => textOf(cellOf(row, field));
  const both = (row: EvidenceRow, field: string): Both => ({
    en: text(row, `${field}_en`),
    zh: text(row, `${field}_zh`),
  });
  return (tables.get("studies")?.rows ?? []).flatMap((row) => {
    const result = results.get(row.id);
    const value = result && cellOf(result, "here");
    if (result === undefined || typeof value !== "number") return [];
    return {
      id: row.id,
      group: text(row, "group"),
      study: both(row, "study"),
      figure: both(row, "figure"),
      row: text(row, "row"),
      here: { value, unit: text(result, "unit"), words: both(row, "here") },
      agreement: text(result, "agreement") as Agreement,
      why: both(row, "why"),
    };
  });
}
