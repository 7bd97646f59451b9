import { IssueError, nearestName } from "@didym/core/errors";
import type { DataRead, Table } from "@didym/core/evidence";
import { defineCommand } from "../command/command.js";
import { conflictSides, sidesTable } from "../data/conflict-sides.js";
import { evidenceRows, evidenceTable } from "../data/evidence-table.js";
import { readEvidence } from "../data/read-evidence.js";

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

export const dataShow = defineCommand({
  name: "data show",
  schema: "didym/data-table@1",
  positionals: [
    { name: "TABLE", brief: { en: "the table's name, such as prices", zh: "表名，例如 prices" } },
  ],
  flags: {},
  examples: [
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
    const table = findTable(read, name);
    const shown = { table: table.name, rows: evidenceRows(table) };
    if (name !== "conflicts") return { data: shown, tables: [evidenceTable(table)] };
    const sides = conflictSides(read);
    return {
      data: { ...shown, sides },
      tables: [evidenceTable(table), sidesTable(sides, context.words)],
    };
  },
});
