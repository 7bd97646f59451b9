import { geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { frame, type Caption } from "../frame.js";
import { element, escapeText, text } from "../svg.js";
import type { ChartTable } from "../table.js";
import { seriesColour, type Size, type Theme } from "../theme.js";

export interface MapPlace {
  readonly id: string;
  readonly label: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly value: number;
  readonly group: number;
}

export interface MapFlow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

export interface MapData extends Caption {
  readonly unit: string;
  readonly places: readonly MapPlace[];
  readonly flows: readonly MapFlow[];
  readonly format: (value: number) => string;
  /** Land mask without borders, TopoJSON with an object `land`; loaded at the edge. */
  readonly land: unknown;
}

/** Bubbles for economies and arcs for flows on a land mask without borders: it implies no view on territory. */
export function flowMap(data: MapData, size: Size, theme: Theme): string {
  const projection = geoEqualEarth().rotate([-60, 0]).fitSize([size.width, size.height], { type: "Sphere" });
  const outline = outlineOf(data.land, size, projection);
  const largest = Math.max(1e-9, ...data.flows.map((flow) => flow.value));
  const biggest = Math.max(1e-9, ...data.places.map((place) => place.value));
  const place = new Map(data.places.map((item) => [item.id, item]));
  return frame(
    data,
    size,
    theme,
    element("path", { d: outline, fill: theme.land }),
    ...data.flows.map((flow) => arc(flow, place, projection, largest, data, theme)),
    ...data.places.map((item) => bubble(item, projection, biggest, data, theme)),
  );
}

/** The land's outline by mask and size, the last one kept: it is the same at every move of a slider. */
let drawn: { readonly land: unknown; readonly size: string; readonly outline: string } | undefined;

function outlineOf(land: unknown, { width, height }: Size, projection: GeoProjection): string {
  const size = `${String(width)} ${String(height)}`;
  if (drawn?.land === land && drawn?.size === size) return drawn.outline;
  const shape = landShape(land);
  const outline = shape ? (geoPath(projection).digits(1)(shape) ?? "") : "";
  drawn = { land, size, outline };
  return outline;
}

function landShape(topology: unknown): GeoPermissibleObjects | undefined {
  if (typeof topology !== "object" || topology === null || !("objects" in topology)) return undefined;
  const known = topology as Topology;
  return known.objects["land"] ? feature(known, known.objects["land"]) : undefined;
}

function arc(
  flow: MapFlow,
  places: ReadonlyMap<string, MapPlace>,
  projection: GeoProjection,
  largest: number,
  data: MapData,
  theme: Theme,
): string {
  const from = places.get(flow.from);
  const to = places.get(flow.to);
  if (!from || !to || flow.value <= 0) return "";
  const a = projection([from.longitude, from.latitude]);
  const b = projection([to.longitude, to.latitude]);
  if (!a || !b) return "";
  const bend = 0.18 * Math.hypot(b[0] - a[0], b[1] - a[1]);
  const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - bend] as const;
  const point = (p: readonly [number, number]) =>
    `${String(Math.round(p[0] * 10) / 10)},${String(Math.round(p[1] * 10) / 10)}`;
  return element(
    "path",
    {
      d: `M${point(a)}Q${point(middle)} ${point(b)}`,
      fill: "none",
      stroke: seriesColour(theme, from.group),
      "stroke-opacity": "0.6",
      "stroke-width": 0.6 + 7 * Math.sqrt(flow.value / largest),
      "data-value": `${flow.from}>${flow.to}`,
    },
    element("title", {}, escapeText(`${from.label} → ${to.label}: ${data.format(flow.value)} ${data.unit}`)),
  );
}

function bubble(
  item: MapPlace,
  projection: GeoProjection,
  biggest: number,
  data: MapData,
  theme: Theme,
): string {
  const at = projection([item.longitude, item.latitude]);
  if (!at) return "";
  const radius = item.value > 0 ? 2 + 16 * Math.sqrt(item.value / biggest) : 0;
  if (radius === 0) return "";
  const big = item.value >= biggest * 0.04;
  return (
    element(
      "circle",
      {
        cx: at[0],
        cy: at[1],
        r: radius,
        fill: seriesColour(theme, item.group),
        "fill-opacity": "0.8",
        stroke: theme.background,
        "data-value": item.id,
      },
      element("title", {}, escapeText(`${item.label}: ${data.format(item.value)} ${data.unit}`)),
    ) +
    (big
      ? text(at[0], at[1] - radius - 3, item.label, {
          "text-anchor": "middle",
          "font-size": 11 * theme.scale,
          stroke: theme.background,
          "stroke-width": "3",
          "paint-order": "stroke",
        })
      : "")
  );
}

export function mapTable(data: MapData, headers: readonly [string, string]): ChartTable {
  const label = new Map(data.places.map((item) => [item.id, item.label]));
  return {
    headers: [...headers, data.unit],
    rows: data.flows.map((flow) => [
      label.get(flow.from) ?? flow.from,
      label.get(flow.to) ?? flow.to,
      flow.value,
    ]),
  };
}
