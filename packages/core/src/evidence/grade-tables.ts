import { parseCsv } from "./csv.js";
import { readData } from "./check.js";
import { grader } from "./rules.js";
import { writeCsv } from "./write-csv.js";

/**
 * The evidence files with `grade` and `grade_reason` as the rule and its exceptions give them.
 * Returns only the files whose text changes; every other cell is left as it stands.
 */
export function gradeTables(files: Readonly<Record<string, string>>): Record<string, string> {
  const { tables } = readData(files);
  const regrade = grader(tables);
  const changed: Record<string, string> = {};
  for (const table of tables.values()) {
    const names = table.fields.map((field) => field.name);
    if (!names.includes("grade") || !names.includes("basis")) continue;
    const text = files[table.file];
    const { header, records } = parseCsv(text, table.file);
    if (header === undefined) continue;
    const at = (name: string): number => header.cells.indexOf(name);
    const graded = records.map((record, i) => {
      const cells = [...record.cells];
      const { grade, reason } = regrade(table.name, table.rows[i]);
      cells[at("grade")] = grade;
      cells[at("grade_reason")] = reason;
      return cells;
    });
    const next = writeCsv([header.cells, ...graded]);
    if (next !== text) changed[table.file] = next;
  }
  return changed;
}
