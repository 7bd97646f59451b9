import { frame } from "../frame.js";
import { labelWidth } from "../line/line-layout.js";
import { element, escapeText, text } from "../svg.js";
import { seriesColour, type Size, type Theme } from "../theme.js";
import type { MapData, MapPlace } from "./flow-map.js";

interface Tile {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
}

/**
 * The map for narrow screens: a tile for each economy, west to east and north to south, with its figure and a bar for its size, and
 * lines for the largest flows. Equal tiles can be touched where bubbles would hide each other.
 */
export function tileMap(data: MapData, size: Size, theme: Theme): string {
  const letter = 12 * theme.scale;
  const columns = Math.max(2, Math.min(5, Math.floor(size.width / (7 * letter))));
  const grid = columnsOf(data.places, columns);
  const rows = Math.max(1, ...grid.map((column) => column.length));
  const [wide, high] = [size.width / columns, size.height / rows];
  const tiles = grid.flatMap((column, c) =>
    column.map((place, r): Tile => ({ place, x: c * wide, y: r * high })),
  );
  const largest = Math.max(1e-9, ...data.places.map(({ value }) => value));
  return frame(
    data,
    size,
    theme,
    ...tiles.map((tile) => drawTile(tile, [wide, high], largest, data, theme)),
    ...lines(tiles, [wide, high], data, theme),
  );
}

/** Places dealt from west to east into columns of nearly equal length, each from north to south. */
export function columnsOf(places: readonly MapPlace[], columns: number): MapPlace[][] {
  const west = [...places].sort((a, b) => a.longitude - b.longitude || (a.id < b.id ? -1 : 1));
  return Array.from({ length: columns }, (_, c) => {
    const from = Math.round((c * west.length) / columns);
    const to = Math.round(((c + 1) * west.length) / columns);
    return west.slice(from, to).sort((a, b) => b.latitude - a.latitude || (a.id < b.id ? -1 : 1));
  });
}

function drawTile(
  { place, x, y }: Tile,
  [wide, high]: readonly [number, number],
  largest: number,
  data: MapData,
  theme: Theme,
): string {
  const letter = 12 * theme.scale;
  const colour = seriesColour(theme, place.group);
  const room = wide - 8;
  const small = Math.min(1, room / Math.max(1, labelWidth(place.label, letter)));
  return element(
    "g",
    { "data-value": place.id },
    element("title", {}, escapeText(`${place.label}: ${data.format(place.value)} ${data.unit}`)),
    element("rect", {
      x: x + 1,
      y: y + 1,
      width: wide - 2,
      height: high - 2,
      fill: theme.background,
      stroke: theme.grid,
    }),
    element("rect", {
      x: x + 1,
      y: y + high - 7,
      width: (wide - 2) * Math.sqrt(Math.max(0, place.value) / largest),
      height: 6,
      fill: colour,
    }),
    text(x + 4, y + letter * 1.2, place.label, { "font-size": letter * small }),
    text(x + 4, y + letter * 2.4, place.value > 0 ? data.format(place.value) : "–", {
      fill: place.value > 0 ? theme.ink : theme.muted,
      "font-weight": "600",
    }),
  );
}

const most = 6;

function lines(
  tiles: readonly Tile[],
  [wide, high]: readonly [number, number],
  data: MapData,
  theme: Theme,
): string[] {
  const at = new Map(tiles.map((tile) => [tile.place.id, tile]));
  const largest = [...data.flows].sort((a, b) => b.value - a.value).slice(0, most);
  const top = Math.max(1e-9, largest[0]?.value ?? 0);
  return largest.flatMap((flow) => {
    const [from, to] = [at.get(flow.from), at.get(flow.to)];
    if (!from || !to || from === to || flow.value <= 0) return [];
    return element("line", {
      x1: from.x + wide * 0.75,
      y1: from.y + high * 0.7,
      x2: to.x + wide * 0.75,
      y2: to.y + high * 0.7,
      stroke: seriesColour(theme, from.place.group),
      "stroke-opacity": "0.55",
      "stroke-linecap": "round",
      "stroke-width": 1 + 6 * Math.sqrt(flow.value / top),
      "data-value": `${flow.from}>${flow.to}`,
    });
  });
}
