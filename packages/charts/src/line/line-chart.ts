import { area, line } from "d3-shape";
import { frame } from "../frame.js";
import { element, text } from "../svg.js";
import { dashes, seriesColour, type Size, type Theme } from "../theme.js";
import type { LineData } from "./line-data.js";
import { layoutLines, type LineLayout, type PlacedSeries } from "./line-layout.js";

/** Figures through the years, with ranges where there is an ensemble. */
export function lineChart(data: LineData, size: Size, theme: Theme): string {
  const layout = layoutLines(data, size, theme);
  return frame(
    data,
    size,
    theme,
    axes(data, layout, theme),
    ...layout.placed.map((item, index) => bands(item, data, layout, seriesColour(theme, index))),
    ...layout.placed.map((item, index) => lines(item, data, layout, seriesColour(theme, index), index)),
    ...layout.placed.map((item, index) =>
      data.series.length > 1 ? label(item, layout, seriesColour(theme, index)) : "",
    ),
  );
}

function axes(data: LineData, layout: LineLayout, theme: Theme): string {
  const { plot, x, y } = layout;
  const letter = 12 * theme.scale;
  const rules = layout.yTicks.map(
    (tick) =>
      element("line", {
        x1: plot.left,
        x2: plot.right,
        y1: y(tick),
        y2: y(tick),
        stroke: tick === 0 ? theme.muted : theme.grid,
      }) +
      text(plot.left - 6, y(tick) + letter * 0.35, data.format(tick), {
        "text-anchor": "end",
        fill: theme.muted,
      }),
  );
  const years = layout.xTicks.map((tick) =>
    text(x(tick), plot.bottom + letter * 1.5, String(tick), { "text-anchor": "middle", fill: theme.muted }),
  );
  const mark =
    data.mark === undefined
      ? ""
      : element("line", {
          x1: x(data.mark),
          x2: x(data.mark),
          y1: plot.top,
          y2: plot.bottom,
          stroke: theme.muted,
          "stroke-dasharray": "1 3",
        });
  const across =
    data.across === undefined
      ? ""
      : text(plot.right, plot.bottom + letter * 2.9, data.across, {
          "text-anchor": "end",
          fill: theme.muted,
        });
  return element(
    "g",
    { "aria-hidden": "true" },
    text(0, letter * 1.2, data.unit, { fill: theme.muted }),
    across,
    ...rules,
    ...years,
    mark,
  );
}

function bands(item: PlacedSeries, data: LineData, layout: LineLayout, colour: string): string {
  const ordered = [...(item.series.bands ?? [])].sort((a, b) => b.share - a.share);
  return ordered
    .map((band) => {
      const shape = area<number>()
        .x((_, index) => layout.x(data.years[index] ?? 0))
        .y0((_, index) => layout.y(band.low[index] ?? 0))
        .y1((_, index) => layout.y(band.high[index] ?? 0));
      return element("path", {
        d: rounded(shape(band.low as number[])),
        fill: colour,
        "fill-opacity": band.share <= 0.5 ? "0.34" : "0.13",
      });
    })
    .join("");
}

function lines(
  item: PlacedSeries,
  data: LineData,
  layout: LineLayout,
  colour: string,
  index: number,
): string {
  const against = item.series.against;
  const thin = against
    ? element("path", {
        d: path(against, data, layout),
        fill: "none",
        stroke: colour,
        "stroke-width": "1",
        "stroke-dasharray": "1 3",
        "stroke-linecap": "round",
      })
    : "";
  const middle = item.series.median
    ? element("path", {
        d: path(item.series.median, data, layout),
        fill: "none",
        stroke: colour,
        "stroke-width": "1",
        "stroke-opacity": "0.8",
      })
    : "";
  const single = (item.series.paths ?? []).map((values) =>
    element("path", {
      d: path(values, data, layout),
      fill: "none",
      stroke: colour,
      "stroke-width": "1",
      "stroke-opacity": "0.55",
    }),
  );
  const thick = element("path", {
    d: path(item.series.values, data, layout),
    fill: "none",
    stroke: colour,
    "stroke-width": "2.2",
    "stroke-dasharray": dashes[index % dashes.length],
  });
  const points = item.points.map((point) =>
    element("circle", {
      cx: point.x,
      cy: point.y,
      r: 2.6,
      fill: colour,
      "data-value": `${item.series.id}:${String(data.years[point.index])}`,
    }),
  );
  return single.join("") + thin + middle + thick + points.join("");
}

function path(values: readonly (number | undefined)[], data: LineData, layout: LineLayout): string {
  const drawn = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, index) => layout.x(data.years[index] ?? 0))
    .y((value) => layout.y(value ?? 0));
  return rounded(drawn(values as (number | undefined)[]));
}

function rounded(d: string | null): string {
  return (d ?? "").replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

function label(item: PlacedSeries, layout: LineLayout, colour: string): string {
  return text(layout.plot.right + 8, item.labelY + 4, item.series.label, {
    fill: colour,
    "font-weight": "600",
  });
}
