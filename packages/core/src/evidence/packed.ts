import type { DataRead } from "./check.js";
import { itemsOf } from "./keys.js";
import type { Row, Value } from "./table.js";

/** The figures as one JSON document: each table by columns, so that it stays small. */
export interface PackedEvidence {
  readonly schema: "didym/evidence@1";
  readonly version: string;
  /** Hash of the data the document was made from. */
  readonly hash: string;
  readonly tables: Readonly<Record<string, PackedTable>>;
}

export interface PackedTable {
  readonly title: string;
  readonly file: string;
  readonly fields: readonly PackedField[];
  /** One column a field, all of the same length; null is an empty cell. */
  readonly columns: readonly (readonly Value[])[];
}

export interface PackedField {
  readonly name: string;
  readonly type: string;
  readonly unit?: string;
  readonly unitColumn?: string;
}

/** The tables of a data folder that `wanted` names, as one document; of the sources, those that a figure cites. */
export function packEvidence(
  read: DataRead,
  hash: string,
  wanted: (table: string) => boolean = () => true,
): PackedEvidence {
  const cited = citedSources(read);
  const tables: Record<string, PackedTable> = {};
  for (const { name, title = name, path } of read.schema?.resources ?? []) {
    const table = read.tables.get(name);
    if (table === undefined || !wanted(name)) continue;
    const fields = table.fields.map(({ name: field, type, unit, unitColumn }) => ({
      name: field,
      type,
      ...(unit === undefined ? {} : { unit }),
      ...(unitColumn === undefined ? {} : { unitColumn }),
    }));
    const rows =
      name === "sources" ? table.rows.filter((row) => cited.has(String(row["source_id"]))) : table.rows;
    tables[name] = {
      title,
      file: path,
      fields,
      columns: fields.map((field) => rows.map((row) => row[field.name] ?? null)),
    };
  }
  return { schema: "didym/evidence@1", version: read.schema?.version ?? "0.0.0", hash, tables };
}

function citedSources(read: DataRead): ReadonlySet<string> {
  const tables = [...read.tables.values()].filter((table) => table.name !== "sources");
  return new Set([
    "DIDYM",
    ...tables.flatMap((table) => table.rows.flatMap((row) => itemsOf(row["source_id"] ?? null))),
  ]);
}

/** The rows of one table of the document. */
export function unpackTable(table: PackedTable): Row[] {
  const length = table.columns[0]?.length ?? 0;
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(table.fields.map((field, k) => [field.name, table.columns[k][i] ?? null])),
  );
}
