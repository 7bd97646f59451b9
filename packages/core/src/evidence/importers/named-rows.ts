import type { Issue } from "../../errors/issue.js";
import { nearestName } from "../../errors/nearest-name.js";
import { parseCsv } from "../csv.js";

export interface NamedRow {
  readonly line: number;
  /** A cell by the name of its column; "" where the file has no such column. */
  get(name: string): string;
}

/** The rows of a CSV file by column name, in whatever order the columns stand; issues name columns that are missing. */
export function namedRows(
  text: string,
  file: string,
  required: readonly string[],
): {
  readonly rows: readonly NamedRow[];
  readonly header: readonly string[];
  readonly issues: readonly Issue[];
} {
  const parsed = parseCsv(text, file);
  const header = (parsed.header?.cells ?? []).map((name) => name.trim());
  const missing = required
    .filter((name) => !header.includes(name))
    .map((name): Issue => {
      const nearest = nearestName(name, header);
      return {
        code: "MISSING_COLUMN",
        file,
        line: 1,
        expected: name,
        ...(nearest === undefined ? {} : { nearest }),
      };
    });
  const rows = parsed.records.map(({ line, cells }) => ({
    line,
    get: (name: string): string => cells[header.indexOf(name)] ?? "",
  }));
  return { rows, header, issues: [...parsed.issues, ...missing] };
}
