import type { Cell, Table } from "../command/answer.js";
import { integerColumn, numberColumn, textColumn, yearColumn } from "../output/columns.js";
import { shownYears } from "../run/headline.js";
import type { Answered, Band, Odds, RankSensitivity } from "./summary.js";

const levels = ["5", "25", "50", "75", "95"];

/** Bands of a few years for people; `--out` and machines get every year in `bands-all`. */
export function bandTables(scenario: string, bands: readonly Band[], years: readonly number[]): Table[] {
  const title = { en: `${scenario}: spread over the draws`, zh: `${scenario}：抽样分布` };
  const rows = (wanted: readonly number[]): Cell[][] =>
    bands.flatMap(({ reference, unit, central, quantiles }) =>
      wanted.map((year): Cell[] => {
        const i = years.indexOf(year);
        return [reference, unit, year, central[i], ...levels.map((level) => quantiles[level][i])];
      }),
    );
  const columns = [
    textColumn("reference", "figure", "数字"),
    textColumn("unit", "unit", "单位"),
    yearColumn("year", "year", "年份"),
    numberColumn("central", "as it stands", "基准值"),
    ...levels.map((level) => numberColumn(`p${level}`, `${level}%`, `${level}%`)),
  ];
  return [
    { name: "bands", title, columns, rows: rows(shownYears(years)) },
    { name: "bands-all", quiet: true, columns, rows: rows(years) },
  ];
}

export function oddsTable({ statement, odds, holds, of }: Odds): Table {
  return {
    name: "odds",
    title: { en: "How often the statement holds", zh: "论断成立的频率" },
    columns: [
      textColumn("statement", "statement", "论断"),
      numberColumn("odds", "odds", "概率"),
      integerColumn("holds", "holds in", "成立次数"),
      integerColumn("of", "of draws", "抽样次数"),
    ],
    rows: [[statement, odds, holds, of]],
  };
}

export function sensitivityTable(rows: readonly RankSensitivity[]): Table {
  return {
    name: "sensitivities",
    title: { en: "What moves each figure most (rank correlation)", zh: "影响各数字最大的参数（秩相关）" },
    columns: [
      textColumn("reference", "figure", "数字"),
      yearColumn("year", "year", "年份"),
      textColumn("parameter", "parameter", "参数"),
      numberColumn("rankCorrelation", "rank correlation", "秩相关"),
    ],
    rows: rows.map((row) => [row.reference, row.year, row.parameter, row.rankCorrelation]),
  };
}

/** Every draw, reference and year: for `--out`. */
export function drawTable(
  draws: readonly Answered[],
  references: readonly string[],
  years: readonly number[],
): Table {
  return {
    name: "draws",
    quiet: true,
    columns: [
      integerColumn("draw", "draw", "抽样"),
      textColumn("reference", "figure", "数字"),
      yearColumn("year", "year", "年份"),
      numberColumn("value", "value", "数值"),
    ],
    rows: draws.flatMap(({ draw, values }) =>
      references.flatMap((reference, k) =>
        years.map((year, i): Cell[] => [draw, reference, year, values[k][i]]),
      ),
    ),
  };
}
