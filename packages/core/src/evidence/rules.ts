import type { Issue } from "../errors/issue.js";
import { gradeRow, type Basis, type GradeException, type SourceForGrade } from "./grade.js";
import { itemsOf } from "./keys.js";
import { rowReferenceIssues } from "./row-references.js";
import { issueAt, type Row, type Table } from "./table.js";

/** What the tables of figures must hold beyond their schema. */
export function ruleIssues(tables: ReadonlyMap<string, Table>): Issue[] {
  const sources = tables.get("sources");
  const restricted = new Set(
    sources?.rows
      .filter((row) => row["redistribution"] === "derived-only")
      .map((row) => String(row["source_id"])),
  );
  const regrade = grader(tables);
  const issues: Issue[] = rowReferenceIssues(tables);
  for (const table of tables.values()) {
    const has = new Set(table.fields.map((field) => field.name));
    table.rows.forEach((row, i) => {
      issues.push(...valueIssues(table, row, i));
      if (has.has("grade") && has.has("basis")) issues.push(...gradeIssues(table, row, i, regrade));
      if (has.has("source_id") && table !== sources && table.name !== "derived" && !has.has("reason"))
        issues.push(...restrictedIssues(table, row, i, restricted));
    });
  }
  return issues;
}

function valueIssues(table: Table, row: Row, i: number): Issue[] {
  const issues: Issue[] = [];
  for (const { name, unitColumn } of table.fields) {
    const found = row[name] ?? null;
    if (unitColumn === undefined || found === null || (row[unitColumn] ?? null) !== null) continue;
    issues.push(issueAt(table, i, unitColumn, { code: "MISSING_UNIT", found }));
  }
  const ordered = [row["value_low"], row["value"], row["value_high"]].filter((x) => typeof x === "number");
  if (ordered.some((x, k) => k > 0 && x < ordered[k - 1])) {
    issues.push(
      issueAt(table, i, "value", { code: "VALUE_ORDER", found: ordered, expected: "low <= value <= high" }),
    );
  }
  return issues;
}

function restrictedIssues(table: Table, row: Row, i: number, restricted: ReadonlySet<string>): Issue[] {
  return itemsOf(row["source_id"] ?? null)
    .filter((id) => restricted.has(id))
    .map((id) =>
      issueAt(table, i, "source_id", {
        code: "RESTRICTED_SOURCE",
        found: id,
        expected: "derived figures only",
      }),
    );
}

type Regrade = (table: string, row: Row) => { readonly grade: string; readonly reason: string };

function gradeIssues(table: Table, row: Row, i: number, regrade: Regrade): Issue[] {
  const expected = regrade(table.name, row);
  if (row["grade"] === null || row["grade"] === undefined) return [];
  if (row["grade"] === expected.grade && (row["grade_reason"] ?? "") === expected.reason) return [];
  return [
    issueAt(table, i, "grade", {
      code: "GRADE_MISMATCH",
      found: row["grade"],
      expected: expected.grade,
      details: { reason: expected.reason },
    }),
  ];
}

/** The rule with the exceptions of the data, ready for any row. */
export function grader(tables: ReadonlyMap<string, Table>): Regrade {
  const sources = new Map<string, SourceForGrade>();
  for (const row of tables.get("sources")?.rows ?? []) {
    sources.set(String(row["source_id"]), {
      kind: row["kind"] as SourceForGrade["kind"],
      address: row["address"] as SourceForGrade["address"],
      namesPrimary: row["names_primary"] !== null,
    });
  }
  const exceptions = (tables.get("grade_exceptions")?.rows ?? []).map((row) => ({
    ...row,
    table: row["table"] ?? "",
  })) as unknown as GradeException[];
  return (table, row) =>
    gradeRow(
      {
        table,
        id: String(row["id"]),
        basis: row["basis"] as Basis,
        note: String(row["note"] ?? ""),
        sources: itemsOf(row["source_id"] ?? null),
      },
      sources,
      exceptions,
    );
}
