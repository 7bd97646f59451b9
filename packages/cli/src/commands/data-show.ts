import { IssueError, nearestName } from "@didym/core/errors";
import type { DataRead, Table } from "@didym/core/evidence";
import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { conflictSides, sidesTable } from "../data/conflict-sides.js";
import { dataWords, type DataWords } from "../data/data-words.js";
import { evidenceRows, evidenceTable } from "../data/evidence-table.js";
import { readEvidence } from "../data/read-evidence.js";
import { integerColumn, textColumn } from "../output/columns.js";
import { recordTable } from "../output/record-table.js";

/** A table by name. Throws UNKNOWN_TABLE with those there are. */
export function findTable({ tables }: DataRead, name: string): Table {
  const table = tables.get(name);
  if (table !== undefined) return table;
  const near = nearestName(name, tables.keys());
  throw new IssueError([
    {
      code: "UNKNOWN_TABLE",
      found: name,
      expected: [...tables.keys()],
      ...(near === undefined ? {} : { nearest: near }),
    },
  ]);
}

/** Every table with its title and size. */
function listOfTables({ schema, tables }: DataRead, say: DataWords): Answer {
  const rows = (schema?.resources ?? []).map(({ name, title }) => ({
    name,
    title: title ?? "",
    rows: tables.get(name)?.rows.length ?? 0,
  }));
  const shown = rows.map((row) => ({ ...row, title: say.table(row.name, row.title) }));
  const columns = [
    textColumn("name", "table", "表"),
    textColumn("title", "what", "内容"),
    integerColumn("rows", "rows", "行数"),
  ];
  const words = { en: "Tables of the evidence", zh: "依据的各表" };
  return { data: { table: "tables", rows }, tables: [recordTable("tables", words, shown, columns)] };
}

export const dataShow = defineCommand({
  name: "data show",
  schema: "didym/data-table@1",
  positionals: [
    {
      name: "TABLE",
      optional: true,
      brief: {
        en: "the table's name, such as prices (default: list them)",
        zh: "表名，例如 prices（默认列出各表）",
      },
    },
  ],
  flags: {},
  examples: [
    { args: "data show", does: { en: "the list of tables", zh: "各表清单" } },
    { args: "data show prices", does: { en: "a table on the screen", zh: "在屏幕上显示一张表" } },
    {
      args: "data show conflicts",
      does: { en: "where sources contradict each other", zh: "来源互相矛盾之处" },
    },
    {
      args: "data show facilities --output facilities.parquet",
      does: { en: "as a Parquet file", zh: "写为 Parquet 文件" },
    },
  ],
  run: async (context, { positionals: [name] }) => {
    const read = await readEvidence(context);
    if (name === undefined) return listOfTables(read, await dataWords(context.language));
    const table = findTable(read, name);
    const shown = { table: table.name, rows: evidenceRows(table) };
    if (name !== "conflicts") return { data: shown, tables: [evidenceTable(table)] };
    const sides = conflictSides(read);
    return {
      data: { ...shown, sides },
      tables: [evidenceTable(table), sidesTable(conflictSides(read, context.language), context.words)],
    };
  },
});
