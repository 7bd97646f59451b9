import type { BacktestSummary, Verdict } from "@didym/core/backtest";
import type { Table } from "../command/answer.js";
import { integerColumn, textColumn } from "../output/columns.js";
import { verdictWords } from "./backtest-words.js";

const verdicts = Object.keys(verdictWords) as readonly Verdict[];

/** How many series of each case came how near. */
export function overviewTable(summary: readonly BacktestSummary[]): Table {
  const cases = [...new Set(summary.map((row) => row.case))];
  return {
    name: "overview",
    title: { en: "How near each case came", zh: "各案例接近程度" },
    columns: [
      textColumn("case", "case", "案例"),
      integerColumn("series", "series", "序列数"),
      ...verdicts.map((verdict) =>
        integerColumn(verdict, verdictWords[verdict].en, verdictWords[verdict].zh),
      ),
    ],
    rows: cases.map((name) => {
      const own = summary.filter((row) => row.case === name);
      const counts = verdicts.map((verdict) => own.filter((row) => row.verdict === verdict).length);
      return [name, own.length, ...counts];
    }),
  };
}
