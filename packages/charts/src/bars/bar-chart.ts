import { frame, type Caption } from "../frame.js";
import { labelWidth } from "../line/line-layout.js";
import { linearScale } from "../linear-scale.js";
import { element, text } from "../svg.js";
import type { ChartTable } from "../table.js";
import type { Size, Theme } from "../theme.js";

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Interval over draws, where there is an ensemble. */
  readonly low?: number;
  readonly high?: number;
}

export interface BarData extends Caption {
  readonly unit: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
}

/** Share of the width that labels beside bars may take. */
const labelShare = 0.45;
/** px below which long labels stand above their bars. */
const narrow = 480;

const longestLabel = ({ bars }: BarData, letter: number): number =>
  Math.max(0, ...bars.map((bar) => labelWidth(bar.label, letter)));

/** Room for a label in a picture of such a size, px: beside its bar, or above where that would cut it on a narrow screen. */
export function labelRoom(data: BarData, { width }: Size, theme: Theme): { room: number; above: boolean } {
  const above = width < narrow && longestLabel(data, 12 * theme.scale) + 12 > width * labelShare;
  return { room: above ? width : width * labelShare, above };
}

/** Winners and losers: gains right, losses left, each with its figure; sign is told by side, colour and the figure. */
export function barChart(data: BarData, size: Size, theme: Theme): string {
  const letter = 12 * theme.scale;
  const { room: widest, above } = labelRoom(data, size, theme);
  const left = above ? 0 : Math.min(longestLabel(data, letter) + 12, widest);
  const values = data.bars.flatMap((bar) => [bar.value, bar.low ?? bar.value, bar.high ?? bar.value]);
  const room = 6.5 * letter;
  const reach: [number, number] = [
    Math.min(0, ...values),
    Math.max(0, ...values, values.length === 0 ? 1 : 0),
  ];
  const x = linearScale(reach[0] === reach[1] ? [0, 1] : reach, [
    left + (reach[0] < 0 ? room : 0),
    size.width - room,
  ]);
  const top = 2 * letter;
  const step = (size.height - top - 4) / Math.max(1, data.bars.length);
  const rows = data.bars.map((bar, index) => row(bar, placed(top + index * step, step), x, data, theme));
  function placed(y: number, height: number): Place {
    const label = letter * 1.1;
    return above
      ? { label: y + letter * 0.9, y: y + label, height: Math.max(4, height - label) }
      : { label: y + height / 2 + letter * 0.35, y, height };
  }
  const zero = element("line", { x1: x(0), x2: x(0), y1: top, y2: size.height - 4, stroke: theme.muted });
  const unit = text(0, letter * 1.2, data.unit, { fill: theme.muted });
  return frame(data, size, theme, unit, ...(above ? [zero, ...rows] : [...rows, zero]));
}

/** Where a bar's label stands and the strip its bar is drawn in, px. */
interface Place {
  readonly label: number;
  readonly y: number;
  readonly height: number;
}

function row(
  bar: Bar,
  { label, y, height: step }: Place,
  x: (value: number) => number,
  data: BarData,
  theme: Theme,
): string {
  const letter = 12 * theme.scale;
  const middle = y + step / 2 + letter * 0.35;
  const ends = [x(0), x(bar.value)].sort((a, b) => a - b) as [number, number];
  const whisker =
    bar.low === undefined || bar.high === undefined
      ? ""
      : element("line", {
          x1: x(bar.low),
          x2: x(bar.high),
          y1: y + step / 2,
          y2: y + step / 2,
          stroke: theme.ink,
          "stroke-width": "1.5",
        });
  const outward =
    bar.value < 0
      ? { x: Math.min(ends[0], x(bar.low ?? bar.value)) - 5, anchor: "end" }
      : { x: Math.max(ends[1], x(bar.high ?? bar.value)) + 5, anchor: "start" };
  return (
    text(0, label, bar.label, label < y ? halo(theme) : {}) +
    element("rect", {
      x: ends[0],
      y: y + step * 0.15,
      width: Math.max(0.5, ends[1] - ends[0]),
      height: step * 0.7,
      fill: bar.value < 0 ? theme.loss : theme.gain,
      "data-value": bar.id,
    }) +
    whisker +
    text(outward.x, middle, data.format(bar.value), { "text-anchor": outward.anchor })
  );
}

/** Keeps letters legible over the line of zero. */
const halo = (theme: Theme) => ({ stroke: theme.background, "stroke-width": "4", "paint-order": "stroke" });

export function barTable(data: BarData, nameHeader: string): ChartTable {
  return { headers: [nameHeader, data.unit], rows: data.bars.map((bar) => [bar.label, bar.value]) };
}
