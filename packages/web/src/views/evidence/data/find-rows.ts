import type { EvidenceChoice } from "../evidence-choice.js";
import type { FigureReader } from "./figure-reader.js";
import { isFigures, type EvidenceRow, type EvidenceTable, type Tables } from "./tables.js";

/** Rows of figures that a choice asks for; every word of the search must be in the row, in any order. */
export function findRows(
  tables: Tables,
  { table, grade, search }: Pick<EvidenceChoice, "table" | "grade" | "search">,
  reader: FigureReader,
): EvidenceRow[] {
  const words = wordsOf(search);
  const wanted = [...tables.values()]
    .filter((one) => isFigures(one) && (table === "" || one.name === table))
    .sort((a, b) => Number(holdsNumbers(b)) - Number(holdsNumbers(a)));
  return wanted.flatMap(({ rows }) =>
    rows.filter(
      (row) =>
        (grade === "" || row.grade === grade) &&
        (words.length === 0 || words.every((word) => reader.haystack(row).includes(word))),
    ),
  );
}

const holdsNumbers = ({ fields }: EvidenceTable): boolean => fields.some(({ type }) => type === "number");

export function holds(haystack: string, search: string): boolean {
  return wordsOf(search).every((word) => haystack.includes(word));
}

const wordsOf = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
