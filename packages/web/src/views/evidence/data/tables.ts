import type { Grade, PackedField, PackedTable, Value } from "@didym/core/evidence";
import { longId } from "./row-id.js";

export interface EvidenceRow {
  readonly table: EvidenceTable;
  readonly id: string;
  readonly cells: readonly Value[];
  readonly grade: Grade | undefined;
  readonly sources: readonly string[];
}

export interface EvidenceTable {
  readonly name: string;
  readonly fields: readonly PackedField[];
  readonly rows: readonly EvidenceRow[];
}

export type Tables = ReadonlyMap<string, EvidenceTable>;

interface PageFile {
  readonly tables: Readonly<Record<string, Pick<PackedTable, "fields" | "columns">>>;
}

/** The tables of a file as `page-evidence.ts` of the build packs them. */
export function unpackTables(text: string): Tables {
  const { tables } = JSON.parse(text) as PageFile;
  return new Map(Object.entries(tables).map(([name, packed]) => [name, unpackTable(name, packed)]));
}

function unpackTable(name: string, { fields, columns }: PageFile["tables"][string]): EvidenceTable {
  const rows: EvidenceRow[] = [];
  const table = { name, fields, rows };
  const at = (field: string): number => fields.findIndex((one) => one.name === field);
  const [id, grade, source] = [at("id"), at("grade"), at("source_id")];
  const count = columns[0]?.length ?? 0;
  for (let i = 0; i < count; i += 1) {
    const cells = columns.map((column) => column[i] ?? null);
    if (id >= 0) cells[id] = longId(textOf(cells[id]), cells);
    rows.push({
      table,
      id: id >= 0 ? textOf(cells[id]) : `${name}.${String(i + 1)}`,
      cells,
      grade: grade >= 0 ? ((cells[grade] ?? undefined) as Grade | undefined) : undefined,
      sources: source >= 0 ? listOf(cells[source]) : [],
    });
  }
  return table;
}

/** A cell by the name of its column; null where it is empty or there is none. */
export function cellOf({ table, cells }: EvidenceRow, field: string): Value {
  return cells[table.fields.findIndex(({ name }) => name === field)] ?? null;
}

export function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : value.join("; ");
}

export function listOf(value: Value | undefined): readonly string[] {
  if (value === null || value === undefined || value === "") return [];
  return typeof value === "object" ? value : String(value).split(";");
}

/** Tables of figures: every row has a grade, and a source unless it is an assumption of the model. */
export function isFigures({ fields }: EvidenceTable): boolean {
  return fields.some(({ name }) => name === "grade") && fields.some(({ name }) => name === "source_id");
}

/** When a row's figure holds, as written; "" where it does not say. */
export function periodOf(row: EvidenceRow): string {
  const told = ["period", "year", "date", "start"].map((name) => textOf(cellOf(row, name)));
  return told.find((text) => text !== "") ?? "";
}
