import { drift, type Backtest, type ExpectedError } from "@didym/core/backtest";
import type { DataRead } from "@didym/core/evidence";
import { verdictWords } from "../backtest/backtest-words.js";
import { overviewTable } from "../backtest/overview-table.js";
import { runBacktests } from "../backtest/run-backtests.js";
import type { Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { readEvidence } from "../data/read-evidence.js";
import { integerColumn, numberColumn, textColumn } from "../output/columns.js";

function rowTable({ rows }: Backtest, words: Context["words"]): Table {
  return {
    name: "rows",
    title: { en: "Predicted against observed", zh: "预测与观测" },
    columns: [
      textColumn("case", "case", "案例"),
      textColumn("what", "series", "序列"),
      textColumn("date", "date", "日期"),
      textColumn("unit", "unit", "单位"),
      numberColumn("predicted", "predicted", "预测"),
      numberColumn("observed", "observed", "观测"),
      numberColumn("error", "error (log of prices, share of volumes)", "误差（价格取对数，数量取比例）"),
    ],
    rows: rows.map((row) => [
      row.case,
      words(row.what),
      row.date,
      row.unit,
      row.predicted,
      row.observed,
      row.error,
    ]),
  };
}

function summaryTable({ rows, summary }: Backtest, words: Context["words"]): Table {
  const named = new Map(rows.map((row) => [`${row.case} ${row.series}`, words(row.what)]));
  return {
    name: "summary",
    title: { en: "Errors and verdicts", zh: "误差与评判" },
    columns: [
      textColumn("case", "case", "案例"),
      textColumn("series", "series", "序列"),
      integerColumn("n", "n", "个数"),
      numberColumn("rmseLog", "RMSE of logs", "对数均方根误差"),
      numberColumn("meanError", "mean error", "平均误差"),
      textColumn("verdict", "verdict", "评判"),
    ],
    rows: summary.map((row) => [
      row.case,
      named.get(`${row.case} ${row.series}`) ?? row.series,
      row.n,
      row.rmseLog,
      row.meanError,
      words(verdictWords[row.verdict]),
    ]),
  };
}

function fittedTable({ fitted }: Backtest): Table {
  return {
    name: "fitted",
    title: { en: "Fitted, and on which case", zh: "拟合参数及所用案例" },
    columns: [
      textColumn("parameter", "parameter", "参数"),
      numberColumn("value", "value", "值"),
      textColumn("case", "case", "案例"),
    ],
    rows: fitted.map((row) => [row.parameter, row.value, row.case]),
  };
}

function expectedErrors({ tables }: DataRead): ExpectedError[] {
  return (tables.get("backtest-expected")?.rows ?? []).map((row) => ({
    case: String(row["case"]),
    series: String(row["series"]),
    rmseLog: Number(row["rmse_log"]),
  }));
}

export const backtest = defineCommand({
  name: "backtest",
  schema: "didym/backtest@1",
  positionals: [
    {
      name: "NAME",
      optional: true,
      brief: {
        en: "quota-2010, licences-2025, stop-2025 or nowcast-2025 (default: all)",
        zh: "quota-2010、licences-2025、stop-2025 或 nowcast-2025（默认全部）",
      },
    },
  ],
  flags: {},
  examples: [
    { args: "backtest", does: { en: "every case, misses included", zh: "全部案例，含未中者" } },
    { args: "backtest nowcast-2025", does: { en: "2025 from the base year", zh: "由基年推算2025年" } },
    { args: "backtest licences-2025 --json", does: { en: "for a program", zh: "供程序使用" } },
  ],
  run: async (context, { positionals: [name] }) => {
    const evidence = await readEvidence(context);
    const found = await runBacktests(evidence, name, () => context.signal.aborted);
    context.throwIfStopped();
    const moved = drift(found.summary, expectedErrors(evidence));
    const { words } = context;
    const tables = [overviewTable(found.summary), rowTable(found, words), summaryTable(found, words)];
    return {
      data: { ...found, drift: moved },
      tables: found.fitted.length > 0 ? [...tables, fittedTable(found)] : tables,
      ...(moved.length > 0 && {
        exitCode: 5,
        notes: [words({ en: `drifted: ${moved.join(", ")}`, zh: `已变动：${moved.join("、")}` })],
      }),
    };
  },
});
