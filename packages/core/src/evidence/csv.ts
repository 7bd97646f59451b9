import type { Issue } from "../errors/issue.js";

/** One record of a CSV file; `line` and `columns` are where the record and each of its cells begin, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly columns: readonly number[];
}

/** A CSV file as text: the header, the records of the header's width, and what is wrong with the rest. */
export interface CsvText {
  readonly header: CsvRecord | undefined;
  readonly records: readonly CsvRecord[];
  readonly issues: readonly Issue[];
}

/**
 * Strict RFC 4180: comma, double quotes, LF or CRLF, one header, every record as wide as the header.
 * Issues: EMPTY_FILE, WRONG_ENCODING, BAD_QUOTE, UNCLOSED_QUOTE, RAGGED_ROW, each with line and column.
 */
export function parseCsv(text: string, file: string): CsvText {
  const { records, issues } = scan(text, file);
  const header = records[0];
  if (header === undefined) return { header, records: [], issues: [...issues, { code: "EMPTY_FILE", file, line: 1, column: 1 }] };
  const whole: CsvRecord[] = [];
  for (const record of records.slice(1)) {
    if (record.cells.length === header.cells.length) whole.push(record);
    else issues.push({ code: "RAGGED_ROW", file, line: record.line, column: 1, found: record.cells.length, expected: header.cells.length });
  }
  return { header, records: whole, issues };
}

interface Scan {
  records: CsvRecord[];
  issues: Issue[];
}

function scan(text: string, file: string): Scan {
  const out: Scan = { records: [], issues: [] };
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let cells: string[] = [];
  let columns: number[] = [];
  let recordLine = 1;
  const report = (code: string, position: number): void => {
    out.issues.push({ code, file, line, column: position - lineStart + 1 });
  };
  const close = (): void => {
    if (cells.length > 1 || cells[0] !== "") out.records.push({ line: recordLine, cells, columns });
    cells = [];
    columns = [];
  };
  const bad = findWrongEncoding(text);
  if (bad !== undefined) out.issues.push({ code: "WRONG_ENCODING", file, ...bad, expected: "UTF-8 without byte-order mark" });
  while (at < text.length) {
    if (cells.length === 0) recordLine = line;
    columns.push(at - lineStart + 1);
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === undefined) {
        report("UNCLOSED_QUOTE", at);
        return out;
      }
      const body = text.slice(at + 1, end);
      cells.push(body.replaceAll('""', '"'));
      for (let i = body.indexOf("\n"); i >= 0; i = body.indexOf("\n", i + 1)) {
        line += 1;
        lineStart = at + 1 + i + 1;
      }
      at = end + 1;
      const next = text[at];
      if (next !== undefined && next !== "," && next !== "\n" && next !== "\r") {
        report("BAD_QUOTE", at);
        at = endOfCell(text, at);
      }
    } else {
      const end = endOfCell(text, at);
      const cell = text.slice(at, end);
      if (cell.includes('"')) report("BAD_QUOTE", at + cell.indexOf('"'));
      cells.push(cell);
      at = end;
    }
    if (text[at] === ",") {
      at += 1;
      if (at >= text.length || text[at] === "\n" || text[at] === "\r") {
        columns.push(at - lineStart + 1);
        cells.push("");
      } else continue;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    close();
    line += 1;
    lineStart = at;
  }
  return out;
}

/** Index of the quote that ends a quoted cell; doubled quotes are part of the cell. */
function closingQuote(text: string, from: number): number | undefined {
  for (let i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i + 2)) {
    if (text[i + 1] !== '"') return i;
  }
  return undefined;
}

function endOfCell(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== "," && text[i] !== "\n" && text[i] !== "\r") i += 1;
  return i;
}

/** First byte-order mark, replacement character or NUL, the traces of a file that is not plain UTF-8. */
function findWrongEncoding(text: string): { line: number; column: number } | undefined {
  const at = text.search(/[\uFEFF\uFFFD\u0000]/u);
  if (at < 0) return undefined;
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
