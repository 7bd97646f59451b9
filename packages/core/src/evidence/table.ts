import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { parseCsv } from "./csv.js";
import type { Field, Resource } from "./package-schema.js";
import { readCell } from "./cell.js";

export type Value = string | number | readonly string[] | null;
export type Row = Readonly<Record<string, Value>>;

/** A typed table; `lines[i]` and `columns[i][field]` say where row i stands in its file. */
export interface Table {
  readonly name: string;
  readonly file: string;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
  readonly lines: readonly number[];
  readonly columns: readonly (readonly number[])[];
}

/** Reads a CSV text by its schema: the whole table (rows with wrong cells included, as null) and every issue with its place. */
export function readTable(
  resource: Resource,
  text: string,
  file: string,
): { readonly table: Table; readonly issues: readonly Issue[] } {
  const fields = resource.schema.fields;
  const parsed = parseCsv(text, file);
  const issues: Issue[] = [...parsed.issues];
  const header = parsed.header?.cells ?? [];
  const order = fields.map((field) => header.indexOf(field.name));
  issues.push(...headerIssues(header, fields, file));
  const rows: Row[] = [];
  const columns: number[][] = [];
  for (const record of parsed.records) {
    const row: Record<string, Value> = {};
    fields.forEach((field, k) => {
      const at = order[k];
      const { value, issue } = readCell(field, at < 0 ? "" : record.cells[at]);
      row[field.name] = value;
      if (issue !== undefined)
        issues.push({
          ...issue,
          path: `${resource.name}.${field.name}`,
          file,
          line: record.line,
          column: record.columns[at] ?? 1,
        });
    });
    rows.push(row);
    columns.push(order.map((at) => record.columns[at] ?? 1));
  }
  return {
    table: { name: resource.name, file, fields, rows, lines: parsed.records.map((r) => r.line), columns },
    issues,
  };
}

function headerIssues(header: readonly string[], fields: readonly Field[], file: string): Issue[] {
  const names = fields.map((field) => field.name);
  const issues: Issue[] = [];
  header.forEach((name, at) => {
    if (names.includes(name) && header.indexOf(name) === at) return;
    const nearest = nearestName(name, names);
    const code = names.includes(name) ? "DUPLICATE_COLUMN" : "UNKNOWN_COLUMN";
    issues.push({
      code,
      file,
      line: 1,
      column: header.slice(0, at).join(",").length + (at > 0 ? 2 : 1),
      found: name,
      ...(nearest === undefined ? {} : { nearest }),
    });
  });
  for (const name of names)
    if (!header.includes(name))
      issues.push({ code: "MISSING_COLUMN", file, line: 1, column: 1, expected: name });
  return issues;
}

/** An issue at one cell of a table. */
export function issueAt(table: Table, row: number, field: string, issue: Issue): Issue {
  const k = table.fields.findIndex((f) => f.name === field);
  const id = table.rows[row]?.["id"];
  const path = typeof id === "string" ? `${table.name}[${id}].${field}` : `${table.name}.${field}`;
  return {
    ...issue,
    path,
    file: table.file,
    line: table.lines[row] ?? 1,
    column: table.columns[row]?.[k] ?? 1,
  };
}
