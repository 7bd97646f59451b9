import { defineCommand } from "../command/command.js";
import { evidenceRows, evidenceTable } from "../data/evidence-table.js";
import { readEvidence } from "../data/read-evidence.js";
import { findTable } from "./data-show.js";

export const dataSources = defineCommand({
  name: "data sources",
  schema: "didym/data-sources@1",
  positionals: [],
  flags: {
    "without-address": {
      kind: "switch",
      brief: {
        en: "only those without a page of their own, whose figures are graded lower",
        zh: "只列无具体页面地址者，其数值降级",
      },
    },
  },
  examples: [
    { args: "data sources", does: { en: "every source of a figure", zh: "全部数据来源" } },
    {
      args: "data sources --format md",
      does: { en: "as Markdown for a paper", zh: "以 Markdown 输出，便于引用" },
    },
    {
      args: "data sources --without-address",
      does: { en: "those that cannot be opened", zh: "无法打开页面的来源" },
    },
  ],
  run: async (context, { flags }) => {
    const all = findTable(await readEvidence(context), "sources");
    const without = all.rows.filter((row) => row["address"] === "site" || row["address"] === "none");
    const table = flags["without-address"] ? { ...all, rows: without } : all;
    const [some, count] = [without.length, all.rows.length].map(String);
    return {
      data: { sources: evidenceRows(table), withoutAddress: without.map((row) => row["source_id"]) },
      tables: [
        {
          ...evidenceTable(table),
          title: {
            en: `${some} of ${count} sources have no page address; figures that rest on them alone are graded one step lower, but for exceptions with a reason (didym data show grade_exceptions)`,
            zh: `${count}个来源中${some}个没有页面地址，仅以其为据的数值降一级，例外均附理由（didym data show grade_exceptions）`,
          },
        },
      ],
    };
  },
});
