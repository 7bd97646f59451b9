import type { Table as EvidenceTable, Value } from "@didym/core/evidence";
import type { Cell, Column, Table } from "../command/answer.js";

const kinds = { string: "text", list: "text", integer: "integer", number: "number", year: "year" } as const;

function cell(value: Value | undefined): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === "string" || typeof value === "number" ? value : value.join("; ");
}

/** An evidence table as an answer's table: same columns, same order. */
export function evidenceTable(source: EvidenceTable): Table {
  const columns = source.fields.map(({ name, type, unit }): Column => ({
    key: name,
    title: { en: name, zh: name },
    kind: kinds[type],
    ...(unit === undefined ? {} : { unit }),
  }));
  return {
    name: source.name,
    columns,
    rows: source.rows.map((row) => source.fields.map(({ name }) => cell(row[name]))),
  };
}

/** The rows as JSON objects. */
export function evidenceRows(source: EvidenceTable): readonly Readonly<Record<string, Value>>[] {
  return source.rows;
}
