import { frame, type Caption } from "../frame.js";
import { labelWidth } from "../line/line-layout.js";
import { linearScale } from "../linear-scale.js";
import { element, escapeText, px, text } from "../svg.js";
import type { ChartTable } from "../table.js";
import { seriesColour, type Size, type Theme } from "../theme.js";

/** One row: a party with its gains and losses by item; the total is their sum. */
export interface StackRow {
  readonly id: string;
  readonly label: string;
  /** One value for each item, in the order of `items`. */
  readonly values: readonly number[];
}

export interface StackData extends Caption {
  readonly unit: string;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly StackRow[];
  readonly totalLabel: string;
  readonly format: (value: number) => string;
}

type Scale = (value: number) => number;

export function stackTotal(row: StackRow): number {
  return row.values.reduce((sum, value) => sum + value, 0);
}

/** Gains stacked to the right of nothing, losses to the left; a diamond and a figure give the total. */
export function stackedBars(data: StackData, size: Size, theme: Theme): string {
  const letter = 12 * theme.scale;
  const legend = legendOf(data, size, theme);
  const left = Math.min(
    Math.max(0, ...data.rows.map((row) => labelWidth(row.label, letter))) + 10,
    size.width * 0.34,
  );
  const reach = data.rows.flatMap((row) => [side(row, 1), side(row, -1)]);
  const room = 5.5 * letter;
  const [low, high] = [Math.min(0, ...reach), Math.max(0, ...reach)];
  const x = linearScale(low === high ? [0, 1] : [low, high], [left + 6, size.width - room]);
  const top = legend.height + 1.9 * letter;
  const step = (size.height - top - 4) / Math.max(1, data.rows.length);
  const rows = data.rows.map((row, index) => drawRow(row, top + index * step, step, x, data, size, theme));
  const zero = element("line", { x1: x(0), x2: x(0), y1: top, y2: size.height - 4, stroke: theme.muted });
  const unit = text(0, legend.height + letter * 1.2, data.unit, { fill: theme.muted });
  return frame(data, size, theme, legend.picture, unit, ...rows, zero);
}

/** Sum of the gains (sign 1) or losses (−1) of a row. */
function side(row: StackRow, sign: number): number {
  return row.values.reduce((sum, value) => (value * sign > 0 ? sum + value : sum), 0);
}

function legendOf(data: StackData, size: Size, theme: Theme): { picture: string; height: number } {
  const letter = 12 * theme.scale;
  let [x, line] = [0, 0];
  const parts = data.items.map((item, index) => {
    const width = letter * 1.2 + labelWidth(item.label, letter) + letter * 1.2;
    if (x > 0 && x + width > size.width) [x, line] = [0, line + 1];
    const y = line * letter * 1.5;
    const box = element("rect", {
      x,
      y: y + 2,
      width: letter * 0.9,
      height: letter * 0.9,
      fill: seriesColour(theme, index),
    });
    const words = text(x + letter * 1.2, y + letter, item.label);
    x += width;
    return box + words;
  });
  return { picture: parts.join(""), height: (line + 1) * letter * 1.5 };
}

function drawRow(
  row: StackRow,
  y: number,
  step: number,
  x: Scale,
  data: StackData,
  size: Size,
  theme: Theme,
): string {
  const letter = 12 * theme.scale;
  const middle = y + step / 2;
  let [gain, loss] = [0, 0];
  const bars = row.values.map((value, index) => {
    if (value === 0) return "";
    const from = value > 0 ? gain : loss;
    if (value > 0) gain += value;
    else loss += value;
    const ends = [x(from), x(from + value)].sort((a, b) => a - b) as [number, number];
    return element(
      "rect",
      {
        x: ends[0],
        y: y + step * 0.14,
        width: Math.max(0.4, ends[1] - ends[0]),
        height: step * 0.72,
        fill: seriesColour(theme, index),
        "data-value": `${row.id}:${data.items[index]?.id ?? ""}`,
      },
      element(
        "title",
        {},
        escapeText(`${row.label}, ${data.items[index]?.label ?? ""}: ${data.format(value)} ${data.unit}`),
      ),
    );
  });
  const total = stackTotal(row);
  const at = x(total);
  const half = Math.min(5, step * 0.3);
  const diamond = element("path", {
    d: `M${px(at - half)} ${px(middle)}L${px(at)} ${px(middle - half)}L${px(at + half)} ${px(middle)}L${px(at)} ${px(middle + half)}Z`,
    fill: theme.background,
    stroke: theme.ink,
    "stroke-width": "1.5",
    "data-value": `${row.id}:total`,
  });
  const figure = text(size.width - 2, middle + letter * 0.35, data.format(total), {
    "text-anchor": "end",
    "font-weight": "600",
  });
  return text(0, middle + letter * 0.35, row.label) + bars.join("") + diamond + figure;
}

export function stackTable(data: StackData, nameHeader: string): ChartTable {
  return {
    headers: [
      nameHeader,
      ...data.items.map((item) => `${item.label} (${data.unit})`),
      `${data.totalLabel} (${data.unit})`,
    ],
    rows: data.rows.map((row) => [row.label, ...row.values, stackTotal(row)]),
  };
}
