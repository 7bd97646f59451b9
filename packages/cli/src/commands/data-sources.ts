import { defineCommand } from "../command/command.js";
import { evidenceRows, evidenceTable } from "../data/evidence-table.js";
import { readEvidence } from "../data/read-evidence.js";
import { findTable } from "./data-show.js";

export const dataSources = defineCommand({
  name: "data sources",
  schema: "didym/data-sources@1",
  positionals: [],
  flags: {},
  examples: [
    { args: "data sources", does: { en: "every source of a figure", zh: "全部数据来源" } },
    {
      args: "data sources --format md",
      does: { en: "as Markdown for a paper", zh: "以 Markdown 输出，便于引用" },
    },
    { args: "data sources --output sources.csv", does: { en: "as CSV", zh: "写为 CSV" } },
  ],
  run: async (context) => {
    const table = findTable(await readEvidence(context), "sources");
    return { data: { sources: evidenceRows(table) }, tables: [evidenceTable(table)] };
  },
});
