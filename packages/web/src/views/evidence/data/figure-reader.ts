import type { PackedField } from "@didym/core/evidence";
import type { Language } from "@didym/messages";
import type { EvidenceWords } from "@didym/messages/evidence";
import type { NameBook } from "../../../format/names.js";
import type { Numbers } from "../../../format/numbers.js";
import type { Shell } from "../../../shell.js";
import { cellOf, listOf, textOf, type EvidenceRow, type EvidenceTable, type Tables } from "./tables.js";

/** Reads rows of figures in one language. */
export interface FigureReader {
  /** Columns shown of a table, by their index: what is told beside a figure or in the other language is left out. */
  readonly columns: (table: EvidenceTable) => readonly number[];
  readonly label: (field: PackedField) => string;
  readonly cell: (row: EvidenceRow, column: number) => string;
  readonly code: (value: string) => string;
  /** What a row is about, in a few words. */
  readonly what: (row: EvidenceRow) => string;
  /** The column of the row's main figure; undefined where it holds words only. */
  readonly main: (row: EvidenceRow) => number | undefined;
  /** Words to search in, of both what is written and what is shown. */
  readonly haystack: (row: EvidenceRow) => string;
}

const beside =
  /^(?:id|source_id|grade|grade_reason|note|basis|qualifier|unit|value_low|value_high|share_low|share_high|share_computed|derivation|balanced)$/u;
const places =
  /^(?:region|exporter|importer|partner|economy|jurisdiction|location|owner_region|counterpart|against|from|to|except)$/u;
const goods = /^(?:product|good|input|level_good|key)$/u;
const free =
  /^(?:name|operator|project|company|owner|subject|title|summary|reason|assets|position|exposure|cut|effect|parameters|support|what|terms|destination|material|technology|ore_type|entity|id|plant|node|owned|date|end_date|start|end|period|as_of|hs_code)$/u;

const ofLanguage = /_(en|zh)$/u;

interface ReaderParts {
  readonly language: Language;
  readonly words: EvidenceWords;
  readonly book: NameBook;
  readonly numbers: Numbers;
  readonly tables: Tables;
  /** Free words in the present language, as far as there are. */
  readonly translated: Shell["assumption"];
}

export function figureReader({
  language,
  words,
  book,
  numbers,
  tables,
  translated,
}: ReaderParts): FigureReader {
  const freely = (text: string): string => translated(text).text;
  const named = new Map(
    (tables.get("places")?.rows ?? []).map((row) => [
      textOf(cellOf(row, "place")),
      textOf(cellOf(row, `name_${language}`)),
    ]),
  );
  const region = (id: string): string => named.get(id) ?? book.region(id);
  const code = (value: string): string =>
    words.codes[value] ??
    (freely(value) !== value
      ? freely(value)
      : /^[a-z][a-z-_]+$/u.test(value)
        ? value.replace(/[-_]/gu, " ")
        : value);
  const good = (id: string): string => (book.good(id) === id ? code(id) : book.good(id));
  const bare = (name: string): string => name.replace(ofLanguage, "");

  const columns = ({ fields }: EvidenceTable): number[] =>
    [...fields.keys()].filter((k) => {
      const name = fields[k]?.name ?? "";
      const other = ofLanguage.exec(name)?.[1];
      const doubled = name === "year" && fields.some((field) => field.name === "period");
      const pair = name === "what" && language === "zh" && fields.some((field) => field.name === "what_zh");
      return !beside.test(name) && (other === undefined || other === language) && !doubled && !pair;
    });

  const cell = (row: EvidenceRow, column: number): string => {
    const field = row.table.fields[column];
    const value = row.cells[column] ?? null;
    if (field === undefined || value === null) return "";
    if (typeof value === "number" && field.type === "number") return `${figure(row, value, field)}`;
    if (typeof value === "number") return String(value);
    const name = bare(field.name);
    const whole = typeof value === "string" ? freely(value) : value;
    if (whole !== value) return textOf(whole);
    const read = places.test(name) ? region : goods.test(name) ? good : free.test(name) ? freely : code;
    return listOf(value).map(read).join(words.comma);
  };

  const figure = (row: EvidenceRow, value: number, field: PackedField): string => {
    const told = field.unit ?? textOf(cellOf(row, field.unitColumn ?? ""));
    const unit = told === "ratio" ? "" : (words.codes[told] ?? told);
    const sign = { about: "≈ ", "at-least": "≥ ", "at-most": "≤ " }[textOf(cellOf(row, "qualifier"))] ?? "";
    const [low, high] = rangeOf(row, field.name);
    const range = typeof low === "number" && typeof high === "number" && low !== high;
    const ends = range
      ? ` (${words.figures.range(numbers.exact(Number(low)), numbers.exact(Number(high)))})`
      : "";
    return `${sign}${numbers.exact(value)}${unit.startsWith("%") ? "" : " "}${unit}${ends}`.trim();
  };

  const main = ({ table, cells }: EvidenceRow): number | undefined => {
    const numeric = [...table.fields.keys()].filter(
      (k) => table.fields[k]?.type === "number" && typeof cells[k] === "number",
    );
    return numeric.find((k) => !beside.test(table.fields[k]?.name ?? "")) ?? numeric[0];
  };

  /** What tells figures of the same thing and year apart: the outlook they are from, the market they were paid in. */
  const kindOf = (row: EvidenceRow): string[] =>
    columns(row.table)
      .filter((k) => /^(?:scenario|market)$/u.test(row.table.fields[k]?.name ?? ""))
      .filter((k) => row.cells[k] !== "history")
      .map((k) => cell(row, k))
      .filter((text) => text !== "");

  const what = (row: EvidenceRow): string => {
    const shown = columns(row.table).filter((k) => {
      const { type = "", name = "" } = row.table.fields[k] ?? {};
      return (
        type !== "number" &&
        !/^(?:date|end_date|start|end|as_of|year|period|market|vat|value_basis|scenario|scope|weight|valuation|observations)$/u.test(
          name,
        )
      );
    });
    const parts = shown.map((k) => cell(row, k)).filter((text) => text !== "");
    return [...(parts.length > 0 ? parts : [row.id]).slice(0, 5), ...kindOf(row)].join(words.comma);
  };

  const known = new WeakMap<EvidenceRow, string>();
  const haystack = (row: EvidenceRow): string => {
    let text = known.get(row);
    if (text === undefined) {
      const shown = columns(row.table).map((k) => cell(row, k));
      text = [row.id, ...row.cells.map(textOf), ...shown].join(" ").toLowerCase();
      known.set(row, text);
    }
    return text;
  };
  const label = ({ name }: PackedField): string =>
    words.fields[bare(name)] ?? bare(name).replace(/[-_]/gu, " ");
  return { columns, label, cell, code, what, main, haystack };
}

/** The ends of a range told beside a figure. */
export function rangeOf(row: EvidenceRow, field: string): readonly [number | undefined, number | undefined] {
  const end = (name: string): number | undefined => {
    const value = cellOf(row, name);
    return typeof value === "number" ? value : undefined;
  };
  const stem = field === "share_pct" ? "share" : "value";
  if (field !== "value" && field !== "share_pct") return [undefined, undefined];
  return row.table.name === "assumptions"
    ? [end("low"), end("high")]
    : [end(`${stem}_low`), end(`${stem}_high`)];
}
