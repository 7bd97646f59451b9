export { lineChart } from "./line/line-chart.js";
export { lineTable, type Band, type LineData, type LineSeries } from "./line/line-data.js";
export { barChart, barTable, labelRoom, type Bar, type BarData } from "./bars/bar-chart.js";
export {
  stageSankey,
  stageTable,
  type StageData,
  type StageLink,
  type StageNode,
} from "./sankey/stage-sankey.js";
export { flowMap, mapTable, type MapData, type MapFlow, type MapPlace } from "./map/flow-map.js";
export { columnsOf, tileMap } from "./map/tile-map.js";
export { payoffMatrix, payoffTable, type PayoffCell, type PayoffData } from "./matrix/payoff-matrix.js";
export { stackedBars, stackTable, stackTotal, type StackData, type StackRow } from "./bars/stacked-bars.js";
export { toCsv, type ChartTable } from "./table.js";
export { dark, dashes, light, seriesColour, type Size, type Theme } from "./theme.js";
export { escapeText } from "./svg.js";
export type { Caption } from "./frame.js";
