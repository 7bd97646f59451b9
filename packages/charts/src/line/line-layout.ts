import { linearScale, niceDomain, type LinearScale } from "../linear-scale.js";
import type { Size, Theme } from "../theme.js";
import type { LineData, LineSeries } from "./line-data.js";

export interface PlacedSeries {
  readonly series: LineSeries;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly index: number;
    readonly value: number;
  }[];
  readonly labelY: number;
}

export interface LineLayout {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly yTicks: readonly number[];
  readonly xTicks: readonly number[];
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly placed: readonly PlacedSeries[];
}

function extent(data: LineData): [number, number] {
  const all = data.series.flatMap((series) => [
    ...series.values,
    ...(series.against ?? []),
    ...(series.bands ?? []).flatMap((band) => [...band.low, ...band.high]),
    ...(series.paths ?? []).flat(),
  ]);
  if (data.domain !== undefined && data.domain[0] < data.domain[1]) return [data.domain[0], data.domain[1]];
  const finite = all.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (finite.length === 0) return [0, 1];
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  return high - low < 1e-9 ? [low, low + 1] : [low, high];
}

/** Moves labels apart so that no two overlap, keeping their order and staying inside the plot. */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  let previous = top - gap;
  for (const label of order) previous = label.y = Math.max(label.y, previous + gap);
  let next = bottom + gap;
  for (const label of [...order].reverse()) next = label.y = Math.min(label.y, next - gap);
  const spread = new Array<number>(wanted.length).fill(0);
  for (const label of order) spread[label.index] = label.y;
  return spread;
}

function place(series: LineSeries, data: LineData, x: LinearScale, y: LinearScale): PlacedSeries {
  const points = series.values.flatMap((value, index) =>
    value === undefined ? [] : [{ x: x(data.years[index] ?? 0), y: y(value), index, value }],
  );
  return { series, points, labelY: points.at(-1)?.y ?? y(0) };
}

export function layoutLines(data: LineData, size: Size, theme: Theme): LineLayout {
  const letter = 12 * theme.scale;
  const longest = Math.max(0, ...data.series.map((series) => labelWidth(series.label, letter)));
  const labels = data.series.length > 1 ? Math.min(longest * 1.25 + 12, size.width * 0.46) : 1.7 * letter;
  const plot = {
    left: 4.2 * letter,
    right: size.width - labels,
    top: 2.2 * letter,
    bottom: size.height - (data.across === undefined ? 2 : 3.4) * letter,
  };
  const y = linearScale(niceDomain(extent(data), 5), [plot.bottom, plot.top]);
  const first = data.years[0] ?? 0;
  const x = linearScale([first, data.years.at(-1) ?? first + 1], [plot.left, plot.right]);
  const placed = data.series.map((series) => place(series, data, x, y));
  const spread = spreadLabels(
    placed.map((item) => item.labelY),
    letter * 1.15,
    plot.top,
    plot.bottom,
  );
  const wide = (plot.right - plot.left) / (letter * 4);
  return {
    x,
    y,
    plot,
    yTicks: y.ticks(5),
    xTicks: x.ticks(Math.max(2, Math.floor(wide))).filter(Number.isInteger),
    placed: placed.map((item, index) => ({ ...item, labelY: spread[index] ?? item.labelY })),
  };
}

/** Width in px, wide (Chinese) characters counted double. */
export function labelWidth(label: string, letter: number): number {
  let units = 0;
  for (const character of label) units += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56;
  return units * letter;
}
