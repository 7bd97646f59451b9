import { IssueError, type Issue } from "@didym/core/errors";
import { compareImport, importFile, placeMap, type Change } from "@didym/core/evidence";
import type { Column, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { compiledChain } from "../data/compiled-chain.js";
import { readEvidence } from "../data/read-evidence.js";
import { issueJson, issueLines } from "../errors/issue-text.js";
import { readText } from "../input/read-text.js";
import { recordTable } from "../output/record-table.js";
import { flagColumn, numberColumn, textColumn } from "../output/columns.js";

/** A year of trade of one reporter, as a source gives it for download. */
const mostImportBytes = 100_000_000;

const columns: readonly Column[] = [
  textColumn("id", "figure", "数值"),
  textColumn("table", "table", "表"),
  textColumn("kind", "change", "变化"),
  numberColumn("before", "before", "原值"),
  numberColumn("after", "after", "新值"),
  textColumn("unit", "unit", "单位"),
  numberColumn("ratio", "ratio", "比率"),
  flagColumn("baseYear", "base year", "基年"),
  flagColumn("shippable", "may be shipped", "可发布"),
  textColumn("conflicts", "conflicts", "冲突"),
];

function changeTable(changes: readonly Change[]): Table {
  const rows = changes.map((change) => ({ ...change, conflicts: change.conflicts.join("; ") }));
  return recordTable("changes", { en: "What would change", zh: "将发生的变化" }, rows, columns);
}

export const dataUpdate = defineCommand({
  name: "data update",
  schema: "didym/data-update@1",
  positionals: [],
  flags: {
    from: {
      kind: "text",
      value: "FILE",
      required: true,
      brief: {
        en: "a file as USGS, UN Comtrade or USITC gives it",
        zh: "USGS、UN Comtrade 或 USITC 提供的原始文件",
      },
    },
    "dry-run": { kind: "switch", brief: { en: "only show what would change", zh: "只显示将发生的变化" } },
  },
  examples: [
    {
      args: "data update --from mcs2026.csv --dry-run",
      does: { en: "what a new release would change", zh: "新版数据将带来的变化" },
    },
    {
      args: "data update --from comtrade.json --dry-run --json",
      does: { en: "for a program", zh: "供程序使用" },
    },
    {
      args: "data update --from mcs2026.csv --dry-run --output changes.csv",
      does: { en: "as CSV", zh: "写为 CSV" },
    },
  ],
  run: async (context, { flags }) => {
    if (!flags["dry-run"]) {
      throw new IssueError([{ code: "UNSUPPORTED", found: "data update", hint: "--dry-run" }]);
    }
    const [{ text, file }, { tables }, { year }] = await Promise.all([
      readText(flags.from, context, mostImportBytes),
      readEvidence(context),
      compiledChain(),
    ]);
    const imported = importFile(text, { file, places: placeMap(tables) });
    const { changes, issues, warnings } = compareImport(imported, tables, year);
    const [first, ...rest] = issues;
    if (first !== undefined) throw new IssueError([first, ...rest] as [Issue, ...Issue[]]);
    const news = changes.filter(({ kind }) => kind !== "same");
    return {
      data: {
        format: imported.format,
        same: changes.length - news.length,
        changes: news,
        warnings: warnings.map((issue) => issueJson(issue, context.messages)),
      },
      tables: [changeTable(news)],
      notes: warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
    };
  },
});
