import type { Text } from "@didym/messages";
import stringWidth from "string-width";
import type { Column, Table } from "../command/answer.js";
import { cellText } from "./cell-text.js";

/** How a table is drawn: words of the language, and whether titles may be bold. */
export interface TableStyle {
  readonly words: (text: Text) => string;
  readonly bold: boolean;
  /** Most rows drawn; Infinity for all. */
  readonly most: number;
  readonly rowsShown: (shown: number, total: number) => string;
  readonly noRows: string;
}

function isRight(column: Column): boolean {
  return column.kind === "number" || column.kind === "integer" || column.kind === "year";
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return right ? space + text : text + space;
}

function heading(column: Column, words: TableStyle["words"]): string {
  return column.unit === undefined ? words(column.title) : `${words(column.title)} (${column.unit})`;
}

/** A table with aligned columns; wide characters count as two. Rows beyond `most` are announced, never dropped silently. */
export function tableText(table: Table, style: TableStyle): string {
  const shown = table.rows.slice(0, style.most);
  const lines = [
    table.columns.map((column) => heading(column, style.words)),
    ...shown.map((row) => table.columns.map((column, at) => cellText(row[at], column))),
  ];
  const widths = table.columns.map((_, at) => Math.max(...lines.map((line) => stringWidth(line[at]))));
  const draw = (line: readonly string[]) =>
    line
      .map((text, at) => pad(text, widths[at], isRight(table.columns[at])))
      .join("  ")
      .trimEnd();
  const bold = (text: string) => (style.bold ? `\u001B[1m${text}\u001B[22m` : text);
  const [head, ...body] = lines;
  return [
    ...(table.title === undefined ? [] : [bold(style.words(table.title))]),
    draw(head),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...body.map(draw),
    ...(table.rows.length === 0 ? [style.noRows] : []),
    ...(shown.length < table.rows.length ? [style.rowsShown(shown.length, table.rows.length)] : []),
    "",
  ].join("\n");
}

/** A table in Markdown. */
export function markdownText(table: Table, words: TableStyle["words"]): string {
  const escape = (text: string) => text.replaceAll("|", "\\|");
  const row = (cells: readonly string[]) => `| ${cells.map(escape).join(" | ")} |`;
  return [
    ...(table.title === undefined ? [] : [`## ${words(table.title)}`, ""]),
    row(table.columns.map((column) => heading(column, words))),
    row(table.columns.map((column) => (isRight(column) ? "---:" : "---"))),
    ...table.rows.map((cells) => row(table.columns.map((column, at) => cellText(cells[at], column)))),
    "",
  ].join("\n");
}
