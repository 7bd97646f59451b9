import type { Backtest, BacktestRow, BacktestSummary } from "@didym/core/backtest";
import type { Language, Text } from "@didym/messages";
import { kindOf, kinds, type SeriesKind } from "./series-kind.js";
import { caseWords, kindWords, tallyWords, verdictWords } from "./backtest-words.js";
import { caseNotes, noteWords, type CaseNote } from "./case-notes.js";
import { overviewTable } from "./overview-table.js";

const words = {
  title: { en: "Back-tests", zh: "回测" },
  introduction: {
    en: "Written by the program (`didym backtest`); a test fails when the figures drift. Observed values are rows of the evidence, predicted ones come from the same model code as every other answer. The error of a price is the logarithm of predicted over observed, that of a volume predicted over observed less one. Misses are shown.",
    zh: "本页由程序生成（`didym backtest`），数值变动时测试失败。观测值为依据表中的行，预测值出自与其他结果相同的模型代码。价格误差为预测与观测之比的对数，数量误差为预测除以观测减一。未中者一并列出。",
  },
  reading: {
    en: "How to read this: the model follows volumes and annual means of a market it was balanced on (2025) and misses spikes by factors of three and more (2010 to 2012). A price that it gives for a severe shortage is an order of size, not a forecast; what it says of who ships how much is better founded.",
    zh: "如何解读：模型能跟上其所平衡市场（2025年）的数量与年均价，对价格暴涨（2010—2012年）则偏差三倍以上。其在严重短缺时给出的价格只是量级，并非预测；关于谁发运多少的结论依据较为充分。",
  },
  series: { en: "series", zh: "序列" },
  date: { en: "date", zh: "日期" },
  unit: { en: "unit", zh: "单位" },
  predicted: { en: "predicted", zh: "预测" },
  own: { en: "with the model's own values", zh: "按模型自身取值" },
  ownRmse: { en: "the same with the model's own values", zh: "按模型自身取值之误差" },
  observed: { en: "observed", zh: "观测" },
  error: { en: "error", zh: "误差" },
  grade: { en: "grade", zh: "等级" },
  sources: { en: "sources", zh: "来源" },
  n: { en: "n", zh: "个数" },
  rmse: { en: "RMSE of logs", zh: "对数均方根误差" },
  mean: { en: "mean error", zh: "平均误差" },
  verdict: { en: "verdict", zh: "评判" },
  fitted: { en: "Fitted parameters", zh: "拟合参数" },
  parameter: { en: "parameter", zh: "参数" },
  value: { en: "value", zh: "值" },
  case: { en: "fitted on", zh: "拟合所用案例" },
} satisfies Record<string, Text>;

/** The page `docs/backtests.md` or its Chinese twin. */
export function backtestPage({ rows, summary, fitted }: Backtest, language: Language): string {
  const say = (text: Text): string => text[language];
  const cases = [...new Set(rows.map((row) => row.case))];
  const sections = cases.flatMap((name) => {
    const own = rows.filter((row) => row.case === name);
    const errors = summary.filter((row) => row.case === name);
    return [
      `## ${say(caseWords[name] ?? { en: name, zh: name })}`,
      noteLines(caseNotes[name], say),
      say(tallyWords(errors)),
      ...kinds.flatMap((kind) => kindSection(kind, own, errors, say)),
    ];
  });
  const fit = table(
    [words.parameter, words.value, words.case].map(say),
    fitted.map((row) => [`\`${row.parameter}\``, digits(row.value), row.case]),
  );
  const end = fitted.length === 0 ? [] : [`## ${say(words.fitted)}`, fit];
  const { columns, rows: tallies } = overviewTable(summary);
  const overview = table(
    columns.map(({ title }) => say(title)),
    tallies.map(([name, ...counts]) => [say(caseWords[String(name)]), ...counts.map(String)]),
  );
  const head = [`# ${say(words.title)}`, say(words.introduction), overview, say(words.reading)];
  return `${[...head, ...sections, ...end].join("\n\n")}\n`;
}

function noteLines(note: CaseNote | undefined, say: (text: Text) => string): string {
  if (note === undefined) return "";
  const parts = ["run", "known", "verdict"] as const;
  const end = say({ en: ".", zh: "。" });
  return parts.map((part) => `- **${say(noteWords[part])}${end}** ${say(note[part])}`).join("\n");
}

/** Means of a year, quotations at peaks and at the margin, and volumes are not read alike: each has its own tables. */
function kindSection(
  kind: SeriesKind,
  rows: readonly BacktestRow[],
  summary: readonly BacktestSummary[],
  say: (text: Text) => string,
): string[] {
  const own = rows.filter((row) => kindOf(row) === kind);
  if (own.length === 0) return [];
  const series = new Set(own.map((row) => row.series));
  const errors = summary.filter((row) => series.has(row.series));
  return [`### ${say(kindWords[kind])}`, summaryTable(errors, own, say), rowTable(own, say)];
}

function summaryTable(
  summary: readonly BacktestSummary[],
  rows: readonly BacktestRow[],
  say: (text: Text) => string,
): string {
  const name = (series: string): string =>
    say(rows.find((row) => row.series === series)?.what ?? { en: series, zh: series });
  const carried = summary.some(({ ownRmseLog }) => ownRmseLog !== undefined);
  const header = [words.series, words.n, words.rmse, ...(carried ? [words.ownRmse] : []), words.mean];
  return table(
    [...header, words.verdict].map(say),
    summary.map((row) => [
      name(row.series),
      String(row.n),
      digits(row.rmseLog),
      ...(carried ? [row.ownRmseLog === undefined ? "" : digits(row.ownRmseLog)] : []),
      digits(row.meanError),
      say(verdictWords[row.verdict]),
    ]),
  );
}

function rowTable(rows: readonly BacktestRow[], say: (text: Text) => string): string {
  const carried = rows.some(({ own }) => own !== undefined);
  const { series, date, unit, predicted, own, observed, error, grade, sources } = words;
  return table(
    [series, date, unit, predicted, ...(carried ? [own] : []), observed, error, grade, sources].map(say),
    rows.map((row) => [
      say(row.what),
      row.date,
      row.unit,
      digits(row.predicted),
      ...(carried ? [row.own === undefined ? "" : digits(row.own)] : []),
      digits(row.observed),
      digits(row.error),
      row.grade,
      row.sources.join(", "),
    ]),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Two digits: what a change of the last bits leaves alone. */
function digits(value: number): string {
  return String(Number(value.toPrecision(2)));
}
