import type { Caption } from "../frame.js";
import type { ChartTable } from "../table.js";

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** One a year; undefined where the figure has no meaning that year. */
  readonly values: readonly (number | undefined)[];
  /** The run compared with, drawn thin and dotted in the same colour. */
  readonly against?: readonly (number | undefined)[];
  readonly bands?: readonly Band[];
  /** Middle of the draws, one a year, where there are bands. */
  readonly median?: readonly number[];
  /** Single draws, one figure a year each. */
  readonly paths?: readonly (readonly number[])[];
}

/** A range over draws: `share` 0.5 or 0.9 of them lie inside. */
export interface Band {
  readonly share: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface LineData extends Caption {
  readonly unit: string;
  readonly years: readonly number[];
  readonly series: readonly LineSeries[];
  /** Writes a figure in the reader's language. */
  readonly format: (value: number) => string;
  readonly againstLabel?: string;
  /** Names a single draw in the table. */
  readonly pathLabel?: (number: number) => string;
  /** Lowest and highest figure of the axis, where several pictures share one. */
  readonly domain?: readonly [number, number];
  /** What runs along the horizontal axis, where it is not years. */
  readonly across?: string;
  /** A year to mark, for example the one chosen on the page. */
  readonly mark?: number;
}

export function lineTable(data: LineData, yearHeader: string): ChartTable {
  const columns = data.series.flatMap((series) => [
    { header: `${series.label} (${data.unit})`, values: series.values },
    ...(series.against
      ? [{ header: `${series.label}, ${data.againstLabel ?? ""} (${data.unit})`, values: series.against }]
      : []),
    ...quantiles(series).map(({ level, values }) => ({
      header: `${series.label}, ${level} (${data.unit})`,
      values,
    })),
    ...(series.paths ?? []).map((values, k) => ({
      header: `${series.label}, ${data.pathLabel?.(k + 1) ?? String(k + 1)} (${data.unit})`,
      values,
    })),
  ]);
  return {
    headers: [yearHeader, ...columns.map((column) => column.header)],
    rows: data.years.map((year, index) => [year, ...columns.map((column) => column.values[index] ?? "")]),
  };
}

/** The ends of bands and the median as columns, lowest first; a band of nine tenths ends at 5% and 95%. */
function quantiles({
  bands = [],
  median,
}: LineSeries): { readonly level: string; readonly values: readonly number[] }[] {
  const level = (share: number) => `${String(Math.round(100 * share))}%`;
  const outer = [...bands].sort((a, b) => b.share - a.share);
  return [
    ...outer.map(({ share, low }) => ({ level: level((1 - share) / 2), values: low })),
    ...(median ? [{ level: "50%", values: median }] : []),
    ...outer.reverse().map(({ share, high }) => ({ level: level((1 + share) / 2), values: high })),
  ];
}
