import type { Baseline } from "@didym/core/baseline";

/** The quantities and prices of a base year as CSV at nine significant digits, to see what a change of data moves. */
export function baseYearDigest({ nodes, origins, flows, uses }: Baseline): string {
  const rows = [
    ...nodes.map((node) => ["level", node.id, node.level, node.capacity] as const),
    ...origins.map(
      (row) => ["origin", `${row.region}:${row.good}`, row.price, row.disposal + row.recycled] as const,
    ),
    ...flows.map((row) => ["flow", `${row.good}:${row.from}>${row.to}`, row.quantity, row.freight] as const),
    ...uses.flatMap((row) =>
      Object.entries(row.goods).map(
        ([good, t]) => ["use", `${row.endUse}:${row.region}:${good}`, t, 0] as const,
      ),
    ),
  ];
  const lines = rows.map(([kind, id, first, second]) => `${kind},${id},${digits(first)},${digits(second)}`);
  return `${["kind,id,first,second", ...lines].join("\n")}\n`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(9)));
}
