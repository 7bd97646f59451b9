import { labelWidth } from "../line/line-layout.js";
import { frame, type Caption } from "../frame.js";
import { element, escapeText, text } from "../svg.js";
import type { ChartTable } from "../table.js";
import type { Size, Theme } from "../theme.js";

export interface PayoffCell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
  /** Ringed: this is the stance the seat holds, or the profile is stable. */
  readonly ringed: boolean;
}

export interface PayoffData extends Caption {
  readonly unit: string;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly cells: readonly PayoffCell[];
  readonly format: (value: number) => string;
}

/** Who gains by which stance: each cell carries its figure; colour repeats the sign, a ring marks what holds. */
export function payoffMatrix(data: PayoffData, size: Size, theme: Theme): string {
  const letter = 12 * theme.scale;
  const longest = Math.max(0, ...data.rows.map((row) => labelWidth(row.label, letter)));
  const left = Math.min(longest * 1.15 + letter, size.width * 0.4);
  const top = 2 * letter;
  const wide = (size.width - left) / Math.max(1, data.columns.length);
  const high = (size.height - top) / Math.max(1, data.rows.length);
  const largest = Math.max(1e-9, ...data.cells.map((cell) => Math.abs(cell.value)));
  const columnAt = new Map(data.columns.map((column, index) => [column.id, left + index * wide]));
  const rowAt = new Map(data.rows.map((row, index) => [row.id, top + index * high]));
  const heads = data.columns.map((column) =>
    text((columnAt.get(column.id) ?? 0) + wide / 2, letter * 1.3, column.label, {
      "text-anchor": "middle",
      fill: theme.muted,
    }),
  );
  const names = data.rows.map((row) =>
    text(0, (rowAt.get(row.id) ?? 0) + high / 2 + letter * 0.35, row.label),
  );
  const cells = data.cells.map((cell) => {
    const x = columnAt.get(cell.column);
    const y = rowAt.get(cell.row);
    if (x === undefined || y === undefined) return "";
    const strength = 0.08 + 0.34 * Math.sqrt(Math.abs(cell.value) / largest);
    return (
      element(
        "rect",
        {
          x: x + 2,
          y: y + 2,
          width: wide - 4,
          height: Math.max(1, high - 4),
          fill: cell.value < 0 ? theme.loss : theme.gain,
          "fill-opacity": strength,
          stroke: cell.ringed ? theme.ink : "none",
          "stroke-width": cell.ringed ? "2" : undefined,
          "data-value": `${cell.row}:${cell.column}`,
        },
        element("title", {}, escapeText(`${nameOf(data, cell)}: ${data.format(cell.value)} ${data.unit}`)),
      ) +
      text(x + wide / 2, y + high / 2 + letter * 0.35, data.format(cell.value), { "text-anchor": "middle" })
    );
  });
  return frame(data, size, theme, ...heads, ...names, ...cells);
}

/** "Japan, stays out" of a cell. */
function nameOf(
  { rows, columns }: PayoffData,
  cell: { readonly row: string; readonly column: string },
): string {
  const label = (list: PayoffData["rows"], id: string) => list.find((one) => one.id === id)?.label ?? id;
  return `${label(rows, cell.row)}, ${label(columns, cell.column)}`;
}

export function payoffTable(data: PayoffData, nameHeader: string): ChartTable {
  const value = new Map(data.cells.map((cell) => [`${cell.row}:${cell.column}`, cell.value]));
  return {
    headers: [nameHeader, ...data.columns.map((column) => `${column.label} (${data.unit})`)],
    rows: data.rows.map((row) => [
      row.label,
      ...data.columns.map((column) => value.get(`${row.id}:${column.id}`) ?? ""),
    ]),
  };
}
