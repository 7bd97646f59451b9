import { showFigure } from "../../../format/measure.js";
import { balancedRow, movedBy } from "../data/balanced-row.js";
import { movedCell } from "./balance-rows.js";
import { periodOf, type EvidenceRow, type EvidenceTable } from "../data/tables.js";
import { figureOrigin, type Cell, type EvidenceView, type Row } from "../view.js";

/** A table of figures by its own columns, then grade and source. */
export function tableRows(
  view: EvidenceView,
  table: EvidenceTable,
  rows: readonly EvidenceRow[],
): readonly Row[] {
  const columns = view.reader.columns(table);
  return rows.map((row) => ({
    id: row.id,
    cells: [
      ...columns.map((column) => figureCell(view, row, column)),
      ...(isBalanced(view, table) ? balancedCells(view, row) : []),
      gradeCell(row),
      sourceCell(row),
    ],
  }));
}

export function tableHeaders(view: EvidenceView, table: EvidenceTable): readonly string[] {
  const { fields, parts, balance } = view.words;
  const labels = view.reader
    .columns(table)
    .flatMap((k) => table.fields[k] ?? [])
    .map(view.reader.label);
  const moved = isBalanced(view, table) ? [balance.balanced, balance.moved] : [];
  return [...labels, ...moved, fields["grade"] ?? "", parts.sources];
}

/** Tables of the chain whose rows the balance works on. */
const isBalanced = ({ balanced }: EvidenceView, { rows }: EvidenceTable): boolean =>
  rows.some((row) => balancedRow(row, balanced) !== undefined);

function balancedCells(view: EvidenceView, row: EvidenceRow): readonly Cell[] {
  const figure = balancedRow(row, view.balanced);
  if (figure === undefined) return [{ text: "" }, { text: "" }];
  const move = movedBy(figure);
  const text = showFigure(figure.balanced, figure.unit, view.language, view.page.units);
  const origin = { ...figureOrigin(view, row, view.reader.main(row) ?? 0), value: text, unit: figure.unit };
  return [
    { text, number: true, raw: figure.balanced, grade: figure.grade, origin },
    move === undefined ? { text: "" } : movedCell(view, move, origin),
  ];
}

/** Rows of many tables by what they have in common. */
export function mixedRows(view: EvidenceView, rows: readonly EvidenceRow[]): readonly Row[] {
  const { reader, words } = view;
  return rows.map((row) => {
    const main = reader.main(row);
    return {
      id: row.id,
      cells: [
        { text: reader.what(row) },
        main === undefined ? { text: "" } : figureCell(view, row, main),
        { text: periodOf(row) },
        { text: words.tables[row.table.name] ?? row.table.name },
        gradeCell(row),
        sourceCell(row),
      ],
    };
  });
}

export function mixedHeaders({ words }: EvidenceView): readonly string[] {
  const { fields, parts, table } = words;
  return [
    words.balance.what,
    fields["value"] ?? "",
    fields["period"] ?? "",
    table,
    fields["grade"] ?? "",
    parts.sources,
  ];
}

function figureCell(view: EvidenceView, row: EvidenceRow, column: number): Cell {
  const text = view.reader.cell(row, column);
  const value = row.cells[column];
  if (typeof value !== "number" || row.table.fields[column]?.type !== "number") return { text };
  return {
    text,
    number: true,
    raw: value,
    origin: figureOrigin(view, row, column),
    ...(row.grade !== undefined && { grade: row.grade }),
  };
}

const gradeCell = ({ grade }: EvidenceRow): Cell =>
  grade === undefined ? { text: "" } : { text: grade, grade };
const sourceCell = ({ sources }: EvidenceRow): Cell => ({ text: "", cites: sources });
