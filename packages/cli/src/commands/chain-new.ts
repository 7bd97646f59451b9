import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { IssueError } from "@didym/core/errors";
import { newChainFiles } from "../chain/new-chain.js";
import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { usageError } from "../errors/usage.js";
import { textColumn } from "../output/columns.js";
import { writeAll } from "../output/write-file.js";

export const chainNew = defineCommand({
  name: "chain new",
  schema: "didym/chain-new@1",
  positionals: [
    { name: "NAME", brief: { en: "the chain's name, in kebab-case", zh: "供应链名称（kebab-case）" } },
    {
      name: "DIR",
      optional: true,
      brief: { en: "a folder that does not exist yet (default: NAME)", zh: "尚不存在的文件夹（默认 NAME）" },
    },
  ],
  flags: {},
  examples: [
    {
      args: "chain new gallium",
      does: {
        en: "write a chain that works, to be edited table by table",
        zh: "写出一条可运行的供应链，再逐表修改",
      },
    },
    { args: "chain new gallium minerals/gallium", does: { en: "into another folder", zh: "写入另一文件夹" } },
    { args: "chain check gallium", does: { en: "check it", zh: "检查" } },
  ],
  run: async (context, { positionals: [name, folder = name] }): Promise<Answer> => {
    if (!/^[a-z][a-z0-9-]*$/u.test(name))
      throw usageError("INVALID_ARGUMENT", { path: "NAME", found: name, expected: "kebab-case" });
    const target = resolve(context.cwd, folder);
    if (existsSync(target))
      throw new IssueError([{ code: "FILE_UNWRITABLE", found: folder, details: { reason: "it exists" } }]);
    const files = newChainFiles(name);
    await writeAll(target, files);
    return {
      data: { name, folder, files: files.map((file) => file.name) },
      tables: [
        {
          name: "files",
          columns: [textColumn("file", "file", "文件")],
          rows: files.map((file) => [file.name]),
        },
      ],
      notes: [
        context.words({
          en: `Check it with: didym chain check ${folder}`,
          zh: `检查：didym chain check ${folder}`,
        }),
      ],
    };
  },
});
