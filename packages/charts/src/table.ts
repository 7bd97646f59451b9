/** Every picture is also a table: headers with units, rows of words and numbers; NaN is never written. */
export interface ChartTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function cell(value: string | number): string {
  const words = String(value);
  return /[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** RFC 4180; cells that a spreadsheet would run as a formula are quoted with an apostrophe. */
export function toCsv(table: ChartTable): string {
  const safe = (value: string | number) =>
    typeof value === "string" && /^[=+@\t-]/.test(value) ? `'${value}` : value;
  return (
    [table.headers, ...table.rows]
      .map((row) => row.map((value) => cell(safe(value))).join(","))
      .join("\r\n") + "\r\n"
  );
}
