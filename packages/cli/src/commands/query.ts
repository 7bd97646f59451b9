import { resolve } from "node:path";
import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { dataFolder } from "../data/data-folder.js";
import { moduleOf } from "../doctor/optional-parts.js";
import { askDuckDb, type DuckDb } from "../query/ask-duckdb.js";
import { viewsOf } from "../query/views.js";

export const query = defineCommand({
  name: "query",
  schema: "didym/query@1",
  positionals: [{ name: "SQL", brief: { en: "a statement of DuckDB", zh: "DuckDB 语句" } }],
  flags: {
    from: {
      kind: "text",
      value: "DIR",
      brief: {
        en: "a folder that --out wrote: every table is a view, - in its name as _ (default: the shipped data)",
        zh: "--out 写出的文件夹：每张表是一个视图，名称中的 - 作 _（默认自带数据）",
      },
    },
  },
  examples: [
    {
      args: "query 'select region, sum(value) from reserves where year = 2025 group by region'",
      does: { en: "the shipped tables", zh: "自带的表" },
    },
    {
      args: "query 'select year, value from series where metric = $$price$$' --from results",
      does: { en: "the tables of a run", zh: "一次运算的表" },
    },
    {
      args: "query 'select quantile_cont(value, 0.9) from draws where year = 2035' --from sweep --json",
      does: { en: "the draws of a sweep, for a program", zh: "抽样结果，供程序使用" },
    },
  ],
  run: async (context, { positionals: [sql], flags }): Promise<Answer> => {
    const duckdb = (await import(moduleOf("duckdb"))) as DuckDb;
    const folder = flags.from === undefined ? dataFolder() : resolve(context.cwd, flags.from);
    return askDuckDb(sql, await viewsOf(folder), duckdb);
  },
});
