import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { ForeignKey } from "./package-schema.js";
import { issueAt, type Table, type Value } from "./table.js";

/** DUPLICATE_ID for every row whose key stands in an earlier one. */
export function primaryKeyIssues(table: Table, field: string): Issue[] {
  const first = new Map<Value, number>();
  const issues: Issue[] = [];
  table.rows.forEach((row, i) => {
    const key = row[field] ?? null;
    const earlier = first.get(key);
    if (key === null || earlier === undefined) first.set(key, i);
    else
      issues.push(
        issueAt(table, i, field, {
          code: "DUPLICATE_ID",
          found: key,
          details: { firstLine: table.lines[earlier] },
        }),
      );
  });
  return issues;
}

/** UNKNOWN_SOURCE, UNKNOWN_UNIT or UNKNOWN_REFERENCE for every value without its row in the referenced table. */
export function foreignKeyIssues(table: Table, key: ForeignKey, tables: ReadonlyMap<string, Table>): Issue[] {
  const target = key.reference.resource === "" ? table : tables.get(key.reference.resource);
  if (target === undefined) return [];
  const known = new Set(target.rows.map((row) => row[key.reference.fields]));
  const code = { sources: "UNKNOWN_SOURCE", units: "UNKNOWN_UNIT" }[target.name] ?? "UNKNOWN_REFERENCE";
  return table.rows.flatMap((row, i) =>
    itemsOf(row[key.fields] ?? null)
      .filter((item) => !known.has(item))
      .map((item) => {
        const nearest = nearestName(
          item,
          [...known].filter((name) => typeof name === "string"),
        );
        return issueAt(table, i, key.fields, {
          code,
          found: item,
          expected: target.file,
          ...(nearest === undefined ? {} : { nearest }),
        });
      }),
  );
}

/** The items of a cell: none, one, or those of a list. */
export function itemsOf(value: Value): readonly string[] {
  return value === null ? [] : typeof value === "object" ? value : [String(value)];
}
