import type { BalancedFigure } from "@didym/core/baseline";
import { cellOf, textOf, type EvidenceRow } from "./tables.js";

/** Figures of the balanced base year by id. */
export type Balanced = ReadonlyMap<string, BalancedFigure>;

/** How a row of the chain is called in the balance, by its table. */
const names: Readonly<Record<string, (row: EvidenceRow) => string>> = {
  "chain-figures": ({ id }) => id,
  "chain-prices": ({ id }) => id,
  "chain-nodes": ({ id }) => `level.${id}`,
  "chain-uses-world": (row) => `use.${cell(row, "end_use")}.${cell(row, "good")}`,
  "chain-disposal": (row) => `disposal.${cell(row, "region")}.${cell(row, "good")}`,
  "chain-recycled": (row) => `recycled.${cell(row, "region")}.${cell(row, "good")}`,
};

const cell = (row: EvidenceRow, field: string): string => textOf(cellOf(row, field));

/** What the balance made of a row of the chain; undefined for rows that are not part of it. */
export function balancedRow(row: EvidenceRow, balanced: Balanced): BalancedFigure | undefined {
  const name = names[row.table.name];
  return name === undefined ? undefined : balanced.get(name(row));
}

/** How far a figure moved, as a ratio less one; undefined where nothing was found. */
export function movedBy({ found, balanced }: BalancedFigure): number | undefined {
  return found === 0 ? undefined : balanced / found - 1;
}
