import { IssueError, type Issue } from "@didym/core/errors";
import { checkData, packageFile } from "@didym/core/evidence";
import { defineCommand } from "../command/command.js";
import { evidenceFiles } from "../data/read-evidence.js";
import { textColumn } from "../output/columns.js";

export const dataCheck = defineCommand({
  name: "data check",
  schema: "didym/data-check@1",
  positionals: [
    {
      name: "DIR",
      optional: true,
      brief: {
        en: `a folder with ${packageFile} (default: the one shipped)`,
        zh: `含 ${packageFile} 的文件夹（默认为自带数据）`,
      },
    },
  ],
  flags: {},
  examples: [
    { args: "data check", does: { en: "check the tables that ship with Didym", zh: "检查 Didym 自带的表" } },
    { args: "data check my-data", does: { en: "check your own", zh: "检查自己的表" } },
    {
      args: "data check --json",
      does: { en: "every broken row with file, line and column", zh: "列出每个错误行的文件、行与列" },
    },
  ],
  run: async (context, { positionals: [folder] }) => {
    const files = await evidenceFiles(context, folder);
    const [first, ...rest] = checkData(files);
    if (first !== undefined) throw new IssueError([first, ...rest] as [Issue, ...Issue[]]);
    const checked = Object.keys(files).filter((path) => path.endsWith(".csv"));
    return {
      data: { files: checked.length, issues: [] },
      tables: [
        {
          name: "files",
          columns: [textColumn("file", "file", "文件"), textColumn("status", "status", "状态")],
          rows: checked.map((path) => [path, context.words({ en: "ok", zh: "正常" })]),
        },
      ],
    };
  },
});
