import { IssueError, nearestName } from "@didym/core/errors";
import type { Answer, Table } from "../command/answer.js";
import type { Format } from "../command/global-flags.js";
import { csvText } from "./csv.js";
import { jsonText, plain } from "./json.js";
import { ndjsonText } from "./ndjson.js";
import { parquetBytes } from "./parquet.js";
import type { TableStyle } from "./table-text.js";

/** What rendering needs to know besides the answer. */
export interface RenderOptions {
  readonly format: Format;
  /** Only this table. */
  readonly table: string | undefined;
  readonly keepTiming: boolean;
  readonly style: TableStyle;
}

/** The bytes of an answer, and the tables that the format had no room for. */
export interface Rendered {
  readonly content: string | Uint8Array;
  readonly left: readonly string[];
}

function chooseTables(tables: readonly Table[], name: string | undefined): readonly Table[] {
  if (name === undefined) return tables;
  const table = tables.find((candidate) => candidate.name === name);
  if (table !== undefined) return [table];
  const names = tables.map((candidate) => candidate.name);
  const near = nearestName(name, names);
  throw new IssueError([
    { code: "UNKNOWN_TABLE", found: name, expected: names, ...(near === undefined ? {} : { nearest: near }) },
  ]);
}

function rowObjects(table: Table): unknown[] {
  return table.rows.map((row) => Object.fromEntries(table.columns.map(({ key }, at) => [key, row[at]])));
}

function first(tables: readonly Table[], format: Format): Table {
  const [table] = tables;
  if (table === undefined) throw new IssueError([{ code: "UNSUPPORTED", found: `--format ${format}` }]);
  return table;
}

/** An answer in a format. `document` is its JSON with schema and versions. */
export async function render(answer: Answer, document: unknown, options: RenderOptions): Promise<Rendered> {
  const { format, style } = options;
  const tables = chooseTables(answer.tables, options.table);
  const left = tables.slice(1).map((table) => table.name);
  switch (format) {
    case "json": {
      const content = options.table === undefined ? document : rowObjects(first(tables, format));
      return { content: jsonText(plain(content, options.keepTiming)), left: [] };
    }
    case "ndjson":
      return { content: ndjsonText(tables), left: [] };
    case "csv":
      return { content: csvText(first(tables, format)), left };
    case "parquet":
      return { content: await parquetBytes(first(tables, format)), left };
    case "md":
    case "table": {
      if (answer.text !== undefined && options.table === undefined) return { content: answer.text, left: [] };
      const { markdownText, tableText } = await import("./table-text.js");
      const shown = tables.filter((table) => options.table !== undefined || table.quiet !== true);
      const drawn = shown.map((table) =>
        format === "md" ? markdownText(table, style.words) : tableText(table, style),
      );
      return { content: drawn.join("\n"), left: [] };
    }
  }
}
