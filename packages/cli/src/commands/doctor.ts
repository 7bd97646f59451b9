import type { Text } from "@didym/messages";
import type { Answer, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { dataHealth } from "../doctor/data-health.js";
import { findParts } from "../doctor/optional-parts.js";
import { textColumn } from "../output/columns.js";

/** One line of the health report. */
export interface HealthRow {
  readonly item: string;
  readonly status: "ok" | "missing" | "failed";
  readonly detail: string;
}

async function healthRows(context: Context): Promise<HealthRow[]> {
  const { didym, model, data } = await context.versions();
  const version = (item: string, detail: string): HealthRow => ({ item, status: "ok", detail });
  return [
    version("didym", didym),
    version("model", model),
    version("data", data),
    version("node", process.versions.node),
    ...(await dataHealth(context)),
    ...(await findParts(context)),
  ];
}

const statusWords: Readonly<Record<HealthRow["status"], Text>> = {
  ok: { en: "ok", zh: "正常" },
  missing: { en: "missing", zh: "未安装" },
  failed: { en: "failed", zh: "失败" },
};

function healthTable(rows: readonly HealthRow[], words: Context["words"]): Table {
  return {
    name: "doctor",
    columns: [
      textColumn("item", "part", "部分"),
      textColumn("status", "status", "状态"),
      textColumn("detail", "detail", "说明"),
    ],
    rows: rows.map(({ item, status, detail }) => [item, words(statusWords[status]), detail]),
  };
}

export const doctor = defineCommand({
  name: "doctor",
  schema: "didym/doctor@1",
  positionals: [],
  flags: {},
  examples: [
    {
      args: "doctor",
      does: { en: "versions, optional parts, integrity of the figures", zh: "版本、可选部分、数据完整性" },
    },
    { args: "doctor --json", does: { en: "the same for a program", zh: "供程序使用" } },
    { args: "doctor --lang zh", does: { en: "in Chinese", zh: "以中文显示" } },
  ],
  run: async (context): Promise<Answer> => {
    const rows = await healthRows(context);
    const healthy = rows.every((row) => row.status !== "failed");
    return { data: { healthy, rows }, tables: [healthTable(rows, context.words)], exitCode: healthy ? 0 : 5 };
  },
});
