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
  if (header === undefined)
    return { header, records: [], issues: [...issues, { code: "EMPTY_FILE", file, line: 1, column: 1 }] };
  const whole: CsvRecord[] = [];
  for (const record of records.slice(1)) {
    if (record.cells.length === header.cells.length) whole.push(record);
    else
      issues.push({
        code: "RAGGED_ROW",
        file,
        line: record.line,
        column: 1,
        found: record.cells.length,
        expected: header.cells.length,
      });
  }
  return { header, records: whole, issues };
}

/** Where the reading stands; `lineStart` is the index of the first character of the line. */
interface Cursor {
  at: number;
  line: number;
  lineStart: number;
}

function scan(text: string, file: string): { records: CsvRecord[]; issues: Issue[] } {
  const records: CsvRecord[] = [];
  const issues: Issue[] = [];
  const bad = findWrongEncoding(text);
  if (bad !== undefined)
    issues.push({ code: "WRONG_ENCODING", file, ...bad, expected: "UTF-8 without byte-order mark" });
  const cursor: Cursor = { at: 0, line: 1, lineStart: 0 };
  const report = (code: string, position: number): void => {
    issues.push({ code, file, line: cursor.line, column: position - cursor.lineStart + 1 });
  };
  while (cursor.at < text.length) {
    const record = readRecord(text, cursor, report);
    if (record === undefined) break;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
  }
  return { records, issues };
}

type Report = (code: string, position: number) => void;

/** Reads to the end of the record; nothing where a quote never closes. */
function readRecord(text: string, cursor: Cursor, report: Report): CsvRecord | undefined {
  const { line } = cursor;
  const cells: string[] = [];
  const columns: number[] = [];
  for (;;) {
    columns.push(cursor.at - cursor.lineStart + 1);
    const cell = text[cursor.at] === '"' ? readQuoted(text, cursor, report) : readPlain(text, cursor, report);
    if (cell === undefined) return undefined;
    cells.push(cell);
    if (text[cursor.at] !== ",") break;
    cursor.at += 1;
  }
  if (text[cursor.at] === "\r") cursor.at += 1;
  if (text[cursor.at] === "\n") cursor.at += 1;
  cursor.line += 1;
  cursor.lineStart = cursor.at;
  return { line, cells, columns };
}

function readPlain(text: string, cursor: Cursor, report: Report): string {
  const end = endOfCell(text, cursor.at);
  const cell = text.slice(cursor.at, end);
  if (cell.includes('"')) report("BAD_QUOTE", cursor.at + cell.indexOf('"'));
  cursor.at = end;
  return cell;
}

function readQuoted(text: string, cursor: Cursor, report: Report): string | undefined {
  const start = cursor.at + 1;
  const end = closingQuote(text, start);
  if (end === undefined) {
    report("UNCLOSED_QUOTE", cursor.at);
    return undefined;
  }
  const body = text.slice(start, end);
  for (let i = body.indexOf("\n"); i >= 0; i = body.indexOf("\n", i + 1)) {
    cursor.line += 1;
    cursor.lineStart = start + i + 1;
  }
  cursor.at = endOfCell(text, end + 1);
  if (cursor.at > end + 1) report("BAD_QUOTE", end + 1);
  return body.replaceAll('""', '"');
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
