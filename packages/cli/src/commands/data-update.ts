import { IssueError, type Issue } from "@didym/core/errors";
import type { Text } from "@didym/messages";
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
  textColumn("baseYearRows", "rows of the base year that rest on it", "所涉基年数据行"),
  flagColumn("shippable", "may be shipped", "可发布"),
  textColumn("conflicts", "conflicts", "冲突"),
];

function changeTable(changes: readonly Change[]): Table {
  const rows = changes.map((change) => ({
    ...change,
    baseYearRows: change.baseYearRows.join("; "),
    conflicts: change.conflicts.join("; "),
  }));
  return recordTable("changes", { en: "What would change", zh: "将发生的变化" }, rows, columns);
}

/** How many figures the file holds, and what becomes of them. */
function summary(changes: readonly Change[]): Text {
  const count = (asked: Change["kind"]): number => changes.filter(({ kind }) => kind === asked).length;
  const [same, changed, added] = [count("same"), count("changed"), count("new")];
  const held = changes.some(({ shippable }) => !shippable);
  return {
    en: `${String(changes.length)} figures read: ${String(same)} as the tables have them, ${String(changed)} changed, ${String(added)} new. Nothing is written.${held ? " Rows that may not be shipped stay with you: the source's terms of use allow derived figures only." : ""}`,
    zh: `读取${String(changes.length)}个数值：${String(same)}个与现表一致，${String(changed)}个有变化，${String(added)}个为新增；未写入任何内容。${held ? "不可发布的行仅供本人使用：来源条款只允许发布派生数值。" : ""}`,
  };
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
      const hint = `didym data update --from ${flags.from} --dry-run`;
      throw new IssueError([{ code: "UNSUPPORTED", found: "data update without --dry-run", hint }]);
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
      notes: [
        context.words(summary(changes)),
        ...warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
      ],
    };
  },
});
