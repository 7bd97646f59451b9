import type { Ledger } from "../data/ledger.js";
import { seriesName } from "../charts/errors.js";
import { sourceWords, type Cell, type EvidenceView, type Row } from "../view.js";

type Backtests = Ledger["backtests"];
type Predicted = Backtests["rows"][number];

const digits = ({ numbers }: EvidenceView, value: number): string => numbers.plain(value);

/** Errors and verdicts of a case, by series; misses stand out. */
export function summaryRows(view: EvidenceView, ledger: Ledger, name: string): readonly Row[] {
  const { summary, verdicts } = ledger.backtests;
  return summary
    .filter((one) => one.case === name)
    .map((one) => {
      const title = seriesName(ledger, view, one);
      const number = (value: number): Cell => ({
        text: digits(view, value),
        number: true,
        raw: value,
        origin: {
          title,
          value: digits(view, value),
          unit: "",
          year: undefined,
          kind: "computed",
          text: view.words.backtests.pictureNote,
          reference: `didym backtest ${name}`,
        },
      });
      return {
        id: one.series,
        cells: [
          { text: title },
          { text: String(one.n), number: true },
          number(one.rmseLog),
          number(one.meanError),
          { text: verdicts[one.verdict][view.language], strong: one.verdict === "missed" },
        ],
      };
    });
}

/** Every figure of a case, predicted and observed. */
export function everyRow(view: EvidenceView, ledger: Ledger, name: string): readonly Row[] {
  return ledger.backtests.rows
    .filter((row) => row.case === name)
    .map((row, index) => ({
      id: `${row.series}-${row.date}-${String(index)}`,
      cells: [
        { text: row.what[view.language] },
        { text: row.date },
        predictedCell(view, row),
        observedCell(view, row),
        errorCell(view, row),
        { text: row.grade, grade: row.grade },
        { text: "", cites: row.sources },
      ],
    }));
}

function errorCell(view: EvidenceView, row: Predicted): Cell {
  const text = digits(view, row.error);
  const predicted = predictedCell(view, row).origin;
  return {
    text,
    number: true,
    raw: row.error,
    ...(predicted !== undefined && {
      origin: { ...predicted, value: text, unit: "", text: view.words.backtests.intro },
    }),
  };
}

function predictedCell(view: EvidenceView, row: Predicted): Cell {
  const text = `${digits(view, row.predicted)} ${row.unit}`;
  const { what, date, unit, case: name } = row;
  return {
    text,
    number: true,
    raw: row.predicted,
    origin: {
      title: `${what[view.language]}, ${date}`,
      value: text,
      unit,
      year: Number(date.slice(0, 4)),
      kind: "computed",
      text: view.words.backtests.origin,
      reference: `didym backtest ${name}`,
    },
  };
}

function observedCell(view: EvidenceView, row: Predicted): Cell {
  const text = `${digits(view, row.observed)} ${row.unit}`;
  return {
    text,
    number: true,
    raw: row.observed,
    grade: row.grade,
    origin: {
      title: `${row.what[view.language]}, ${row.date}`,
      value: text,
      unit: row.unit,
      year: Number(row.date.slice(0, 4)),
      kind: "found",
      grade: view.words.grades[row.grade as keyof EvidenceView["words"]["grades"]],
      sources: sourceWords(view, row.sources),
    },
  };
}
