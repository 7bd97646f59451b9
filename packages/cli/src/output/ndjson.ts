import type { Table } from "../command/answer.js";

/** One JSON object a row; with several tables each row names its table. */
export function ndjsonText(tables: readonly Table[]): string {
  return tables.flatMap((table) => rowsOf(table, tables.length > 1)).join("");
}

function rowsOf(table: Table, named: boolean): string[] {
  return table.rows.map((row) => {
    const cells = table.columns.map(({ key }, at) => [key, row[at] ?? null] as const);
    const entries = named ? [["table", table.name] as const, ...cells] : cells;
    // written out: an object would put keys that look like numbers (years) first
    const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    return `{${members.join(",")}}\n`;
  });
}
