import type { Text } from "@didym/messages";
import type { Cell, Column, Table } from "../command/answer.js";

/** A table of objects: one row each, cells by the columns' keys; an absent key is an empty cell. */
export function recordTable(
  name: string,
  title: Text,
  records: readonly object[],
  columns: readonly Column[],
): Table {
  const cell = (record: object, key: string): Cell =>
    (record as Readonly<Record<string, Cell | undefined>>)[key] ?? null;
  return { name, title, columns, rows: records.map((record) => columns.map(({ key }) => cell(record, key))) };
}
