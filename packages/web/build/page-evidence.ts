import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackedEvidence, PackedTable, Value } from "@didym/core/evidence";
import { shortId } from "../src/views/evidence/data/row-id.js";

const compiled = fileURLToPath(new URL("../../data/dist/compiled/", import.meta.url));

/** Tables that the Evidence view shows otherwise or not at all. */
const left =
  /^(?:claims|place_names|units|backtest-.*|chain-(?:regions|groups|seats|goods|technologies|end-uses))$/u;
/** Bulky tables, fetched when the view is opened; the rest comes with the page and is there without a server. */
const bulky =
  /^(?:prices|trade|derived|assumptions|grade_exceptions|studies|study-results|costs|parameters|baskets|basket_parts|chain-.*)$/u;
const columnsLeft: Readonly<Record<string, readonly string[]>> = {
  sources: ["address", "names_primary", "redistribution", "notes"],
};

export interface PageEvidence {
  readonly schema: "didym/page-evidence@1";
  readonly tables: Readonly<Record<string, Pick<PackedTable, "fields" | "columns">>>;
}

const read = (name: string): PackedEvidence =>
  JSON.parse(readFileSync(`${compiled}${name}`, "utf8")) as PackedEvidence;

/** The figures as the page fetches them: all but the bulky tables, or these. Ids of rows stand as references to their cells. */
export function pageEvidence(part: "evidence" | "trade"): string {
  const all = { ...read("evidence.json").tables, ...read("trade.json").tables };
  const tables = Object.entries(all)
    .filter(([name]) => !left.test(name) && bulky.test(name) === (part === "trade"))
    .map(([name, table]) => [name, packed(name, table)] as const);
  return JSON.stringify({
    schema: "didym/page-evidence@1",
    tables: Object.fromEntries(tables),
  } satisfies PageEvidence);
}

function packed(name: string, { fields, columns }: PackedTable): Pick<PackedTable, "fields" | "columns"> {
  const kept = [...fields.keys()].filter((k) => !(columnsLeft[name] ?? []).includes(fields[k]?.name ?? ""));
  const values = kept.map((k) => [...(columns[k] ?? [])]);
  const names = kept.map((k) => fields[k]?.name);
  const id = names.indexOf("id");
  if (id >= 0) {
    const at = values[id] ?? [];
    const others = (row: number): Value[] =>
      values.map((column, k) => (k === id ? null : (column[row] ?? null)));
    values[id] = at.map((value, row) => shortId(String(value), others(row)));
  }
  return { fields: kept.flatMap((k) => fields[k] ?? []), columns: values };
}

/** The judged claims and the back-tests, computed by the program when it is built. */
export function pageLedger(): string {
  return readFileSync(`${compiled}ledger.json`, "utf8");
}
