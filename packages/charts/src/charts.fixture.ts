import type { BarData } from "./bars/bar-chart.js";
import type { StackData } from "./bars/stacked-bars.js";
import type { LineData } from "./line/line-data.js";
import type { MapData } from "./map/flow-map.js";
import type { PayoffData } from "./matrix/payoff-matrix.js";
import type { StageData } from "./sankey/stage-sankey.js";

/** Invented shapes for drawing tests only; no figure of the world. */
const years = [2024, 2026, 2028, 2030, 2032];
const format = (value: number) => String(Math.round(value * 10) / 10);

export const lineData: LineData = {
  id: "price",
  title: "Price of NdPr oxide",
  summary: "The price in Japan rises from 60 to 92 dollars a kilogram.",
  unit: "USD/kg",
  years,
  format,
  againstLabel: "status quo",
  mark: 2030,
  series: [
    {
      id: "JPN",
      label: "Japan",
      values: [60, 72, 80, 92, 90],
      against: [60, 64, 70, 76, 80],
      bands: [
        { share: 0.9, low: [55, 60, 62, 66, 60], high: [66, 90, 104, 120, 125] },
        { share: 0.5, low: [58, 68, 74, 84, 80], high: [62, 78, 88, 100, 101] },
      ],
    },
    { id: "CHN", label: "China", values: [55, undefined, 58, 57, 60] },
  ],
};

export const barData: BarData = {
  id: "gains",
  title: "Who gains",
  summary: "Australia gains most, China loses most.",
  unit: "MUSD a year",
  format,
  bars: [
    { id: "AUS", label: "Australia", value: 120, low: 80, high: 150 },
    { id: "JPN", label: "Japan", value: 14 },
    { id: "DEU", label: "Germany", value: 0 },
    { id: "CHN", label: "China", value: -60, low: -95, high: -20 },
  ],
};

export const stageData: StageData = {
  id: "stages",
  title: "Neodymium and praseodymium from ore to use",
  summary: "Most passes through China at every stage.",
  unit: "kt",
  format,
  columns: ["Ore", "Oxide", "Metal", "Magnet", "Use"],
  nodes: [
    { id: "ore-CHN", label: "China", column: 0, group: 0 },
    { id: "ore-AUS", label: "Australia", column: 0, group: 1 },
    { id: "oxide-CHN", label: "China", column: 1, group: 0 },
    { id: "oxide-MYS", label: "Malaysia", column: 1, group: 2 },
    { id: "metal-CHN", label: "China", column: 2, group: 0 },
    { id: "magnet-CHN", label: "China", column: 3, group: 0 },
    { id: "use-CHN", label: "China", column: 4, group: 0 },
    { id: "use-JPN", label: "Japan", column: 4, group: 3 },
  ],
  links: [
    { source: "ore-CHN", target: "oxide-CHN", value: 55 },
    { source: "ore-AUS", target: "oxide-MYS", value: 7 },
    { source: "oxide-CHN", target: "metal-CHN", value: 50 },
    { source: "oxide-MYS", target: "metal-CHN", value: 4 },
    { source: "metal-CHN", target: "magnet-CHN", value: 52 },
    { source: "magnet-CHN", target: "use-CHN", value: 40 },
    { source: "magnet-CHN", target: "use-JPN", value: 12 },
  ],
};

export const mapData: MapData = {
  id: "map",
  title: "Magnet shipments",
  summary: "Magnets flow from China to Japan and Germany.",
  unit: "t",
  format,
  land: undefined,
  places: [
    { id: "CHN", label: "China", longitude: 104, latitude: 35, value: 200000, group: 0 },
    { id: "JPN", label: "Japan", longitude: 138, latitude: 37, value: 17000, group: 1 },
    { id: "DEU", label: "Germany", longitude: 10, latitude: 51, value: 1200, group: 2 },
  ],
  flows: [
    { from: "CHN", to: "JPN", value: 7000 },
    { from: "CHN", to: "DEU", value: 12000 },
  ],
};

export const payoffData: PayoffData = {
  id: "payoffs",
  title: "Gain of each seat by stance",
  summary: "Japan gains by committing, Germany by hedging.",
  unit: "MUSD",
  format,
  rows: [
    { id: "JPN", label: "Japan" },
    { id: "DEU", label: "Germany" },
  ],
  columns: [
    { id: "commit", label: "Commit" },
    { id: "hedge", label: "Hedge" },
    { id: "deal", label: "Deal" },
  ],
  cells: [
    { row: "JPN", column: "commit", value: 41, ringed: true },
    { row: "JPN", column: "hedge", value: 12, ringed: false },
    { row: "JPN", column: "deal", value: -9, ringed: false },
    { row: "DEU", column: "commit", value: -12, ringed: false },
    { row: "DEU", column: "hedge", value: 8, ringed: true },
    { row: "DEU", column: "deal", value: 5, ringed: false },
  ],
};

export const stackData: StackData = {
  id: "accounts",
  title: "Who gains, who loses",
  summary: "Australia gains most; Japan loses most.",
  unit: "MUSD",
  format,
  totalLabel: "Total",
  items: [
    { id: "users", label: "Users" },
    { id: "producers", label: "Producers" },
    { id: "support", label: "Public support" },
  ],
  rows: [
    { id: "AUS", label: "Australia", values: [-4, 160, 0] },
    { id: "DEU", label: "Germany", values: [12, 0, -9] },
    { id: "JPN", label: "Japan", values: [-20, 35, -120] },
  ],
};
