import type { Language, PageWords } from "@didym/messages";
import type { EvidenceWords } from "@didym/messages/evidence";
import { showFigure } from "../../format/measure.js";
import type { NameBook } from "../../format/names.js";
import type { Numbers } from "../../format/numbers.js";
import type { Origin } from "../../parts/origin.js";
import type { Shell } from "../../shell.js";
import { balancedRow, movedBy, type Balanced } from "./data/balanced-row.js";
import type { Conflict } from "./data/conflict.js";
import type { FigureReader } from "./data/figure-reader.js";
import { citation, type Source } from "./data/source.js";
import { cellOf, textOf, type EvidenceRow, type Tables } from "./data/tables.js";

/** What every table and sentence of the Evidence view is made of. */
export interface EvidenceView {
  readonly language: Language;
  readonly words: EvidenceWords;
  readonly page: PageWords;
  readonly book: NameBook;
  readonly numbers: Numbers;
  readonly tables: Tables;
  readonly sources: ReadonlyMap<string, Source>;
  readonly conflicts: readonly Conflict[];
  readonly rows: ReadonlyMap<string, EvidenceRow>;
  readonly reader: FigureReader;
  readonly balanced: Balanced;
  /** Words of the figures in the present language, as far as there are. */
  readonly translated: Shell["assumption"];
}

/** A cell of a table of this view. */
export interface Cell {
  readonly text: string;
  readonly number?: boolean;
  /** Of words in the language of their source. */
  readonly lang?: string;
  readonly grade?: string;
  readonly origin?: Origin;
  /** Ids of sources shown as buttons that cite them. */
  readonly cites?: readonly string[];
  readonly href?: string;
  readonly strong?: boolean;
  /** What a CSV holds in place of the text. */
  readonly raw?: string | number;
}

export interface Row {
  readonly id: string;
  readonly cells: readonly Cell[];
}

/** Rows of a table, made when they are shown; an array is one. */
export interface Rows {
  readonly length: number;
  readonly slice: (from: number, to: number) => readonly Row[];
}

/** How far the balance moved a figure: +12%. */
export const movedText = ({ numbers }: Pick<EvidenceView, "numbers">, ratio: number): string =>
  ratio === 0 ? "0%" : numbers.signed(numbers.percent(ratio), ratio);

export function sourceWords({ sources }: EvidenceView, ids: readonly string[]): readonly string[] {
  return ids.map((id) => {
    const source = sources.get(id);
    return source === undefined ? id : citation(source);
  });
}

/** Where a figure of the evidence comes from: unit, year, sources, grade, how it was read, and what others say. */
export function figureOrigin(view: EvidenceView, row: EvidenceRow, column: number): Origin {
  const { words, reader } = view;
  const field = row.table.fields[column];
  const year = cellOf(row, "year");
  const text = (name: string): string => textOf(cellOf(row, name));
  const note = [text("derivation"), text("note"), text("reason")]
    .filter((part) => part !== "")
    .map((part) => view.translated(part).text)
    .join("; ");
  const lines = [
    text("basis") && `${words.figures.basis}${words.colon}${reader.code(text("basis"))}.`,
    note && `${words.figures.note}${words.colon}${note}.`,
    departure(view, text("grade_reason")),
    rivals(view, row),
    moved(view, row),
    `${words.figures.id}${words.colon}${row.id}`,
  ];
  return {
    title: reader.what(row),
    value: reader.cell(row, column),
    unit: field?.unit ?? text(field?.unitColumn ?? "unit"),
    year: typeof year === "number" ? year : undefined,
    kind: "found",
    sources: sourceWords(view, row.sources),
    ...(row.grade !== undefined && { grade: words.grades[row.grade] }),
    ...(row.grade === "D" && row.sources.length === 0 && { assumption: words.sources.model }),
    reference: `didym data show ${row.table.name}`,
    text: lines.filter((line) => line !== "").join(" "),
  };
}

function departure({ rows, words, language }: EvidenceView, id: string): string {
  const exception = id === "" ? undefined : rows.get(id);
  return exception === undefined
    ? ""
    : words.figures.departure(textOf(cellOf(exception, `reason_${language}`)));
}

/** What the balance made of it. */
function moved(view: EvidenceView, row: EvidenceRow): string {
  const figure = balancedRow(row, view.balanced);
  if (figure === undefined) return "";
  const { words, page, language } = view;
  const move = movedBy(figure);
  const value = showFigure(figure.balanced, figure.unit, language, page.units);
  const by = move === undefined ? "" : ` (${movedText(view, move)})`;
  return `${words.balance.balanced}${words.colon}${value}${by}.`;
}

/** What other sources say of the same thing. */
function rivals(view: EvidenceView, row: EvidenceRow): string {
  const conflict = view.conflicts.find(({ rows }) => rows.includes(row.id));
  if (conflict === undefined) return "";
  const { words, reader, language } = view;
  const others = conflict.rows.flatMap((id) => {
    const other = view.rows.get(id);
    const column = other && reader.main(other);
    if (other === undefined || column === undefined || other === row) return [];
    const used = conflict.used.includes(id) ? ` (${words.figures.used})` : "";
    const publisher = view.sources.get(other.sources[0] ?? "")?.publisher ?? "";
    return [`${reader.cell(other, column)}, ${publisher}${used}`];
  });
  return `${words.figures.rivals(others.join("; "))}. ${conflict.reason[language]}`;
}
