const columns = ["workload", "case", "value", "unit", "bar", "within"];

function cell(value) {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "NO";
  if (typeof value === "number") return value === 0 ? "0" : String(Number(value.toPrecision(3)));
  return String(value);
}

/** Benchmark rows as one aligned table. */
export function benchTable(rows) {
  const lines = [columns, ...rows.map((row) => columns.map((name) => cell(row[name])))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, at) => text.padEnd(widths[at]))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
