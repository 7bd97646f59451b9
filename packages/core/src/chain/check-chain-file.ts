import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { ChainFile } from "./chain-file.js";
import { CHAIN_COLUMNS, REFERENCES, type TableName } from "./chain-columns.js";

/** Everything wrong with a compiled chain; empty where it can be loaded. */
export function checkChainFile(json: unknown, parameters: Readonly<Record<string, number>> = {}): Issue[] {
  const shape = checkShape(json);
  if (shape.length > 0) return shape;
  const file = json as ChainFile;
  const issues = (Object.keys(CHAIN_COLUMNS) as TableName[]).flatMap((table) => [
    ...checkCells(file, table),
    ...checkReferences(file, table),
  ]);
  return [...issues, ...checkParameters(file, parameters)];
}

function checkShape(json: unknown): Issue[] {
  if (typeof json !== "object" || json === null)
    return [{ code: "BAD_CHAIN_FILE", found: typeof json, expected: "object" }];
  const file = json as Partial<ChainFile>;
  if (file.schema !== "didym/chain@1")
    return [{ code: "BAD_CHAIN_FILE", path: "schema", found: file.schema, expected: "didym/chain@1" }];
  return Object.keys(CHAIN_COLUMNS)
    .filter((table) => !Array.isArray(file.tables?.[table as TableName]))
    .map((table) => ({ code: "BAD_CHAIN_FILE", path: `tables.${table}`, expected: "rows" }));
}

function checkCells(file: ChainFile, table: TableName): Issue[] {
  const issues: Issue[] = [];
  rowsOf(file, table).forEach((row, i) => {
    for (const [column, kind] of Object.entries(CHAIN_COLUMNS[table])) {
      const cell = row[column];
      const path = `tables.${table}[${i}].${column}`;
      if (kind === "text") {
        if (typeof cell !== "string")
          issues.push({ code: "BAD_CHAIN_FILE", path, found: cell, expected: "text" });
      } else if (!(kind === "number?" && cell === null) && !Number.isFinite(cell)) {
        issues.push({ code: "NOT_A_NUMBER", path, found: cell, expected: "a finite number" });
      }
    }
  });
  return issues;
}

function checkReferences(file: ChainFile, table: TableName): Issue[] {
  const issues: Issue[] = [];
  for (const [column, target] of Object.entries(REFERENCES[table] ?? {})) {
    const valid = new Set(rowsOf(file, target.table).map((row) => String(row[target.column])));
    for (const extra of target.also ?? []) valid.add(extra);
    rowsOf(file, table).forEach((row, i) => {
      for (const name of namesIn(row[column], target.separator)) {
        if (valid.has(name) || (target.pattern === true && matchesSome(name, valid))) continue;
        const nearest = nearestName(name, valid);
        issues.push({
          code: "UNKNOWN_REFERENCE",
          path: `tables.${table}[${i}].${column}`,
          found: name,
          ...(nearest !== undefined && { nearest }),
        });
      }
    });
  }
  return issues;
}

function checkParameters(file: ChainFile, parameters: Readonly<Record<string, number>>): Issue[] {
  const valid = new Set(file.tables.assumptions.map((row) => row.id));
  return Object.entries(parameters).flatMap(([id, value]): Issue[] => {
    const path = `parameters.${id}`;
    const nearest = nearestName(id, valid);
    if (!valid.has(id))
      return [{ code: "UNKNOWN_PARAMETER", path, found: id, ...(nearest !== undefined && { nearest }) }];
    return Number.isFinite(value)
      ? []
      : [{ code: "NOT_A_NUMBER", path, found: value, expected: "a finite number" }];
  });
}

function rowsOf(file: ChainFile, table: TableName): readonly Record<string, unknown>[] {
  return file.tables[table] as readonly Record<string, unknown>[];
}

function namesIn(cell: unknown, separator: string | undefined): string[] {
  const text = typeof cell === "string" ? cell : "";
  return (separator === undefined ? [text] : text.split(separator)).filter((name) => name !== "");
}

function matchesSome(pattern: string, valid: ReadonlySet<string>): boolean {
  return pattern.endsWith("*") && [...valid].some((name) => name.startsWith(pattern.slice(0, -1)));
}
