import type { Cell, Table } from "../command/answer.js";

function field(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, but with plain new lines: a header of keys, then full numbers. */
export function csvText(table: Table): string {
  const lines = [table.columns.map((column) => column.key), ...table.rows];
  return lines.map((line) => `${line.map(field).join(",")}\n`).join("");
}
