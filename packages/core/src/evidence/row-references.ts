import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { itemsOf } from "./keys.js";
import { issueAt, type Table } from "./table.js";

/**
 * Ids of figures are unique over all tables (DUPLICATE_ID), and each conflict names rows that exist and
 * uses only rows it names (UNKNOWN_REFERENCE).
 */
export function rowReferenceIssues(tables: ReadonlyMap<string, Table>): Issue[] {
  const owner = new Map<string, string>();
  const issues: Issue[] = [];
  for (const table of tables.values()) {
    if (!table.fields.some((field) => field.name === "source_id") || table.name === "sources") continue;
    table.rows.forEach((row, i) => {
      const id = row["id"];
      if (typeof id !== "string") return;
      const other = owner.get(id);
      if (other !== undefined && other !== table.name)
        issues.push(issueAt(table, i, "id", { code: "DUPLICATE_ID", found: id, details: { table: other } }));
      else owner.set(id, table.name);
    });
  }
  const conflicts = tables.get("conflicts");
  conflicts?.rows.forEach((row, i) => {
    const rivals = itemsOf(row["rows"] ?? null);
    const known = { rows: (id: string) => owner.has(id), used: (id: string) => rivals.includes(id) };
    for (const field of ["rows", "used"] as const) {
      for (const id of itemsOf(row[field] ?? null)) {
        if (known[field](id)) continue;
        const nearest = nearestName(id, field === "used" ? rivals : owner.keys());
        issues.push(
          issueAt(conflicts, i, field, {
            code: "UNKNOWN_REFERENCE",
            found: id,
            ...(nearest === undefined ? {} : { nearest }),
          }),
        );
      }
    }
  });
  return issues;
}
