import type { LeverRow } from "../worker/lever-rows.js";

/** Whose lever it is: the field that names the acting party, in this order. */
const actingFields = [
  "exporter",
  "importers",
  "holder",
  "party",
  "donor",
  "region",
  "regions",
  "among",
  "paid-by",
  "covers",
];

export function actorOf(row: Pick<LeverRow, "values">): string {
  for (const field of actingFields) {
    const value = row.values[field];
    const name = Array.isArray(value)
      ? (value as readonly string[])[0]
      : typeof value === "string"
        ? value
        : undefined;
    if (name !== undefined && !name.startsWith("plant:")) return name.replace(/^owner:/u, "");
  }
  return "all";
}

export interface LeverGroup {
  readonly actor: string;
  readonly rows: readonly LeverRow[];
}

/** Levers by acting party, in the order in which parties first appear; within a party by kind. */
export function byActor(rows: readonly LeverRow[]): LeverGroup[] {
  const groups = new Map<string, LeverRow[]>();
  for (const row of rows) {
    const actor = actorOf(row);
    const group = groups.get(actor);
    if (group === undefined) groups.set(actor, [row]);
    else group.push(row);
  }
  return [...groups].map(([actor, list]) => ({ actor, rows: sortedByKind(list) }));
}

function sortedByKind(rows: readonly LeverRow[]): LeverRow[] {
  const first = new Map(rows.map((row, index) => [row.kind, index] as const).reverse());
  return [...rows].sort((a, b) => (first.get(a.kind) ?? 0) - (first.get(b.kind) ?? 0));
}
