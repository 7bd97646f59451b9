import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { checkChains } from "../chain/check-chain.js";
import { evidenceFiles } from "../data/read-evidence.js";
import { flagColumn, textColumn } from "../output/columns.js";

export const chainCheck = defineCommand({
  name: "chain check",
  schema: "didym/chain-check@1",
  positionals: [
    {
      name: "DIR",
      optional: true,
      brief: {
        en: "a data folder with chain/NAME (default: the one shipped)",
        zh: "含 chain/NAME 的数据文件夹（默认为自带数据）",
      },
    },
  ],
  flags: {},
  examples: [
    { args: "chain check", does: { en: "the rare-earth chain", zh: "稀土供应链" } },
    { args: "chain check my-chain", does: { en: "your own", zh: "自己的供应链" } },
    {
      args: "chain check my-chain --json",
      does: { en: "every broken row with file, line and column", zh: "列出每个错误行的文件、行与列" },
    },
  ],
  run: async (context, { positionals: [folder] }): Promise<Answer> => {
    const checks = checkChains(await evidenceFiles(context, folder));
    return {
      data: { checks: checks.map((row) => ({ ...row, check: row.check.en, detail: row.detail.en })) },
      tables: [
        {
          name: "checks",
          columns: [
            textColumn("chain", "chain", "供应链"),
            textColumn("check", "check", "检查"),
            flagColumn("holds", "holds", "成立"),
            textColumn("detail", "detail", "说明"),
          ],
          rows: checks.map(({ chain, check, holds, detail }) => [
            chain,
            context.words(check),
            holds,
            context.words(detail),
          ]),
        },
      ],
      exitCode: checks.every(({ holds }) => holds) ? 0 : 5,
    };
  },
});
