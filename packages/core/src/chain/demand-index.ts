import type { DemandIndexRow } from "../baseline/baseline.js";
import type { ChainTables } from "./chain-file.js";

type GrowthRow = ChainTables["demand-growth"][number];

/** Index of final demand to the base year by end use and region; straight lines between the years of the data. */
export function demandIndexOf(
  tables: ChainTables,
  year: number,
): { years: number[]; rows: DemandIndexRow[] } {
  const last = Math.max(year, ...tables["demand-growth"].map((row) => row.year));
  const years = Array.from({ length: last - year + 1 }, (_, i) => year + i);
  const pairs = new Map(tables["use-shares"].map((row) => [`${row.end_use}@${row.region}`, row]));
  const rows = [...pairs.values()].map(({ end_use: endUse, region }) => {
    const points = pointsOf(tables["demand-growth"], endUse, region, year);
    return { endUse, region, values: years.map((at) => interpolate(points, at)) };
  });
  return { years, rows };
}

/** Points of the region, else of every region, the base year first. */
function pointsOf(
  rows: readonly GrowthRow[],
  endUse: string,
  region: string,
  year: number,
): { year: number; index: number }[] {
  const own = rows.filter((row) => row.end_use === endUse && row.region === region);
  const points = own.length > 0 ? own : rows.filter((row) => row.end_use === endUse && row.region === "*");
  return [{ year, index: 1 }, ...points.filter((row) => row.year > year).sort((a, b) => a.year - b.year)];
}

function interpolate(points: readonly { year: number; index: number }[], at: number): number {
  const after = points.findIndex((point) => point.year >= at);
  if (after <= 0) return points[after === 0 ? 0 : points.length - 1].index;
  const [left, right] = [points[after - 1], points[after]];
  return left.index + ((right.index - left.index) * (at - left.year)) / (right.year - left.year);
}
