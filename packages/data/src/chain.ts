import { IssueError, type Issue } from "@didym/core";
import { balanceBaseYear } from "@didym/core/baseline";
import {
  CHAIN_COLUMNS,
  loadChain,
  type ChainFile,
  type ChainTables as Rows,
  type TableName,
} from "@didym/core/chain";
import type { ChainTables } from "./compile-data.js";
import { distances } from "./distances.js";
import { parseCsv } from "@didym/core";

type Cells = Readonly<Record<string, string>>;

/**
 * One chain as `loadChain` reads it: numbers as numbers, the baskets of its deposits out of the evidence, distances between its
 * regions, and the balance of its base year solved once and stored as multipliers.
 *
 * @param files the data folder as `readDataFolder` gives it.
 * @throws IssueError with file and row of each cell that is not what its column says.
 */
export function compileChain(
  chain: ChainTables,
  files: Readonly<Record<string, string>>,
  year = 2024,
): ChainFile {
  const issues: Issue[] = [];
  const found: Partial<Record<TableName, readonly Cells[]>> = {
    ...chain.tables,
    assumptions: Object.entries(chain.tables).flatMap(([table, rows]) =>
      table.startsWith("assumptions/") ? rows : [],
    ),
    baskets: basketRows(files),
  };
  const tables = Object.fromEntries(
    (Object.keys(CHAIN_COLUMNS) as TableName[]).map((table) => [
      table,
      typedRows(table, found[table] ?? [], fileOf(chain.id, table), issues),
    ]),
  ) as unknown as Rows;
  const [first, ...rest] = issues;
  if (first !== undefined) throw new IssueError([first, ...rest]);
  const used = new Set([
    ...tables["class-baskets"].map((row) => row.deposit_id),
    ...[...tables.nodes, ...tables.projects].flatMap((row) => row.basket.split("+")),
  ]);
  const file: ChainFile = {
    schema: "didym/chain@1",
    id: chain.id,
    version: chain.version,
    hash: chain.hash,
    year,
    tables: { ...tables, baskets: tables.baskets.filter((row) => used.has(row.deposit_id)) },
    distance: distances(tables.regions),
  };
  return { ...file, multipliers: [...balanceBaseYear(loadChain(file)).multipliers] };
}

function basketRows(files: Readonly<Record<string, string>>): Cells[] {
  const path = "evidence/baskets.csv";
  const { header, records } = parseCsv(files[path] ?? "", path);
  const names = header?.cells ?? [];
  return records.map(({ cells }) => Object.fromEntries(names.map((name, k) => [name, cells[k]])));
}

/** Where the rows of a table stand in the data folder. */
function fileOf(chain: string, table: TableName): string {
  if (table === "assumptions") return "assumptions/";
  return table === "baskets" ? "evidence/baskets.csv" : `chain/${chain}/${table}.csv`;
}

function typedRows(
  table: TableName,
  rows: readonly Cells[],
  file: string,
  issues: Issue[],
): Record<string, string | number | null>[] {
  const columns = Object.entries(CHAIN_COLUMNS[table]);
  return rows.map((row, i) =>
    Object.fromEntries(
      columns.map(([column, kind]) => [
        column,
        typed(row[column], kind, { file, column, row: i + 2 }, issues),
      ]),
    ),
  );
}

function typed(
  cell: string | undefined,
  kind: string,
  place: { file: string; column: string; row: number },
  issues: Issue[],
): string | number | null {
  const file = place.file;
  if (cell === undefined) {
    issues.push({ code: "MISSING_COLUMN", file, line: 1, expected: place.column });
    return null;
  }
  if (kind === "text") return cell;
  if (cell === "" && kind === "number?") return null;
  const value = Number(cell);
  if (cell === "" || !Number.isFinite(value))
    issues.push({ code: "NOT_A_NUMBER", file, line: place.row, path: place.column, found: cell });
  return value;
}
