import type { Table } from "./table.js";

/** Every name of an economy that official files use, and every code of ours, to the code. */
export function placeMap(tables: ReadonlyMap<string, Table>): ReadonlyMap<string, string> {
  const codes = (tables.get("places")?.rows ?? []).map(
    (row) => [String(row["place"]), String(row["place"])] as const,
  );
  const names = (tables.get("place_names")?.rows ?? []).map(
    (row) => [String(row["name"]), String(row["place"])] as const,
  );
  return new Map([...codes, ...names]);
}
