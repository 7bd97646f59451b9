/** A Markdown table; `right` columns hold numbers. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string {
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = line(header.map((_, k) => (right.has(k) ? "---:" : "---")));
  return [line(header), rule, ...rows.map(line)].join("\n");
}
