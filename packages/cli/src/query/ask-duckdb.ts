import { IssueError } from "@didym/core/errors";
import type { Answer, Cell, Column } from "../command/answer.js";

/** The part of DuckDB's interface that is used here; the package is optional, so its types are not at hand. */
export interface DuckDb {
  readonly DuckDBConnection: {
    readonly create: () => Promise<{
      readonly run: (sql: string) => Promise<unknown>;
      readonly runAndReadAll: (sql: string) => Promise<{
        readonly columnNames: () => readonly string[];
        readonly columnTypes: () => readonly { readonly toString: () => string }[];
        readonly getRowsJson: () => readonly (readonly unknown[])[];
      }>;
      readonly closeSync: () => void;
    }>;
  };
}

/** Nothing is fetched over a network. */
const settings = ["set autoinstall_known_extensions = false", "set autoload_known_extensions = false"];

/** Types whose JSON form is a text, since they may be larger than a number holds. */
const wideNumbers = /^(?:U?BIGINT|U?HUGEINT|DECIMAL)/u;

/** Asks a statement over views. Throws INVALID_SYNTAX with DuckDB's reason. */
export async function askDuckDb(sql: string, views: readonly string[], duckdb: DuckDb): Promise<Answer> {
  const connection = await duckdb.DuckDBConnection.create();
  try {
    for (const statement of [...settings, ...views]) await connection.run(statement);
    const reader = await connection.runAndReadAll(sql);
    const names = reader.columnNames();
    const wide = reader.columnTypes().map((type) => wideNumbers.test(type.toString()));
    const rows = reader.getRowsJson().map((row) => row.map((value, k) => cellOf(value, wide[k])));
    const objects = rows.map((row) => Object.fromEntries(names.map((name, k) => [name, row[k]])));
    return {
      data: { columns: names, rows: objects },
      tables: [{ name: "rows", columns: names.map((name, k) => columnOf(name, k, rows)), rows }],
    };
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0];
    throw new IssueError([{ code: "INVALID_SYNTAX", path: "SQL", found: sql, details: { reason } }]);
  } finally {
    connection.closeSync();
  }
}

/** A cell of DuckDB's JSON form; what is composed becomes text. */
function cellOf(value: unknown, wide: boolean): Cell {
  if (typeof value === "string") return wide && Number.isFinite(Number(value)) ? Number(value) : value;
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

function columnOf(key: string, k: number, rows: readonly (readonly Cell[])[]): Column {
  const numeric = rows.some((row) => typeof row[k] === "number");
  const kind = !numeric ? "text" : key === "year" ? "year" : "number";
  return { key, title: { en: key, zh: key }, kind };
}
