/** CSV text of a header and records, LF, quoting only where a cell needs it; the inverse of `parseCsv`. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return records.map((cells) => cells.map(quote).join(",") + "\n").join("");
}

function quote(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
