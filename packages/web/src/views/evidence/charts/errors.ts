import type { BarData } from "@didym/charts";
import type { Ledger } from "../data/ledger.js";
import type { EvidenceView } from "../view.js";

type Summary = Ledger["backtests"]["summary"][number];

/** What a series of a back-test is called: the words of its first row. */
export function seriesName(
  { backtests }: Ledger,
  { language }: EvidenceView,
  { case: name, series }: Summary,
): string {
  const row = backtests.rows.find((one) => one.case === name && one.series === series);
  return row?.what[language] ?? series;
}

/** How far each series of a case is off, the worst first. */
export function errorsPicture(view: EvidenceView, ledger: Ledger, name: string): BarData {
  const { backtests } = ledger;
  const summary = backtests.summary.filter((one) => one.case === name).sort((a, b) => b.rmseLog - a.rmseLog);
  const words = view.words.backtests;
  const title = backtests.cases[name]?.[view.language] ?? name;
  const missed = summary.filter(({ verdict }) => verdict === "missed").length;
  const [worst] = summary;
  const format = (value: number): string => view.numbers.exact(Math.round(value * 100) / 100);
  return {
    id: `backtest-${name}`,
    title: words.picture(title),
    summary:
      worst === undefined
        ? ""
        : words.pictureSummary(
            missed,
            summary.length,
            seriesName(ledger, view, worst),
            view.numbers.plain(Math.exp(worst.rmseLog)),
          ),
    unit: words.rmse,
    format,
    bars: summary.map((one) => ({
      id: one.series,
      label: seriesName(ledger, view, one),
      value: one.rmseLog,
    })),
  };
}
