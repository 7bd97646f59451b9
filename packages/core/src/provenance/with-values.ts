import type { ChainFile, ChainTables } from "../chain/chain-file.js";
import type { Fact } from "./fact.js";

/** A row set to another value. */
export interface Change {
  readonly fact: Fact;
  readonly value: number;
}

export interface ChangedData {
  readonly file: ChainFile;
  readonly parameters: Readonly<Record<string, number>>;
}

type Rows = readonly Readonly<Record<string, string | number | null>>[];

/** The data with rows set to other values; rows of the balance without a table of their own (yields) stay as they are. */
export function withValues({ file, parameters }: ChangedData, changes: readonly Change[]): ChangedData {
  const tables: Record<string, Rows> = { ...(file.tables as unknown as Record<string, Rows>) };
  const values: Record<string, number> = { ...parameters };
  for (const { fact, value } of changes) {
    if (fact.kind === "assumption") values[fact.id] = value;
    const place = placeOf(fact, tables);
    if (place === undefined) continue;
    const { table, row, column } = place;
    tables[table] = tables[table].map((one, i) => (i === row ? { ...one, [column]: value } : one));
  }
  return { file: { ...file, tables: tables as unknown as ChainTables }, parameters: values };
}

/** Whether another value of the row changes what is computed. */
export function canChange(fact: Fact, file: ChainFile): boolean {
  return (
    fact.kind === "assumption" ||
    placeOf(fact, file.tables as unknown as Readonly<Record<string, Rows>>) !== undefined
  );
}

interface Place {
  readonly table: string;
  readonly row: number;
  readonly column: string;
}

/** Where the value of a row stands, from the row's id. */
function placeOf({ id, kind }: Fact, tables: Readonly<Record<string, Rows>>): Place | undefined {
  const found = (table: string, column: string, match: (row: Rows[number]) => boolean): Place | undefined => {
    const row = tables[table].findIndex(match);
    return row < 0 ? undefined : { table, row, column };
  };
  const [first, second = "", ...rest] = id.split(".");
  const tail = rest.join(".");
  const after = id.slice(first.length + 1);
  switch (kind) {
    case "price":
      return found("prices", "found", (row) => row["id"] === id);
    case "wedge":
      return found("wedges", "ad_valorem", (row) => row["id"] === id);
    case "project":
      return found("projects", "capacity", (row) => row["id"] === after);
    case "cost":
      return found("node-costs", "cost", (row) => row["node"] === after);
    case "growth":
      return found(
        "demand-growth",
        "index",
        (row) =>
          row["end_use"] === second &&
          `${row["region"] === "*" ? "all" : row["region"]}.${row["year"]}` === tail,
      );
    case "assumption":
      return undefined;
    case "figure":
      break;
  }
  if (first === "level") return found("nodes", "level", (row) => row["id"] === after);
  if (first === "use")
    return found("uses-world", "quantity", (row) => row["end_use"] === second && row["good"] === tail);
  if (first === "disposal" || first === "recycled")
    return found(first, "quantity", (row) => row["region"] === second && row["good"] === tail);
  return found("figures", "value", (row) => row["id"] === id);
}
