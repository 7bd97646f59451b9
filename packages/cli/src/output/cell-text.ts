import type { Cell, Column } from "../command/answer.js";

function decimalsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000 || size === 0) return 0;
  if (size >= 100) return 1;
  if (size >= 1) return 2;
  return Math.min(6, 2 - Math.floor(Math.log10(size)));
}

function grouped(text: string): string {
  const [whole, fraction] = text.split(".");
  const parts = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  return fraction === undefined ? parts : `${parts}.${fraction}`;
}

/** A number for people: thousands grouped, about three significant digits or the column's decimals. */
export function numberText(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value !== 0 && Math.abs(value) < 1e-4 && decimals === undefined) return value.toExponential(1);
  const text = value.toFixed(decimals ?? decimalsOf(value));
  return grouped(/^-0(?:\.0*)?$/u.test(text) ? text.slice(1) : text);
}

/** A cell for people. */
export function cellText(cell: Cell | undefined, column: Column): string {
  if (cell === null || cell === undefined) return "–";
  if (typeof cell === "number") {
    if (column.kind === "year") return String(cell);
    return numberText(cell, column.kind === "integer" ? 0 : column.decimals);
  }
  return typeof cell === "boolean" ? (cell ? "✓" : "✗") : cell.replaceAll(/\s+/gu, " ").trim();
}
