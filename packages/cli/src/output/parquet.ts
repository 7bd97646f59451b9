import type { Cell, Column, Table } from "../command/answer.js";

const types = {
  text: "STRING",
  number: "DOUBLE",
  integer: "DOUBLE",
  year: "DOUBLE",
  boolean: "BOOLEAN",
} as const;

function columnData(column: Column, at: number, rows: Table["rows"]) {
  const data: Cell[] = rows.map((row) => row[at] ?? null);
  const whole =
    (column.kind === "integer" || column.kind === "year") &&
    data.every((cell) => cell === null || isInt32(cell));
  return { name: column.key, data, type: whole ? ("INT32" as const) : types[column.kind], nullable: true };
}

function isInt32(cell: Cell): boolean {
  return typeof cell === "number" && (cell | 0) === cell;
}

/** A table as the bytes of a Parquet file (Snappy). */
export async function parquetBytes(table: Table): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const columns = table.columns.map((column, at) => columnData(column, at, table.rows));
  return new Uint8Array(parquetWriteBuffer({ columnData: columns, createdBy: "didym" }));
}
