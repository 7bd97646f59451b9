import type { Calibration } from "./calibration.js";

/** The region that sells most to others, by base-year value. */
export function largestExporter({
  arcs,
  origins,
  buyers,
  regions,
}: Pick<Calibration, "arcs" | "origins" | "buyers" | "regions">): string {
  const value = new Float64Array(regions.length);
  for (let a = 0; a < arcs.count; a++) {
    const from = origins.region[arcs.origin[a]];
    if (from !== buyers.region[arcs.buyer[a]]) value[from] += arcs.flow[a] * origins.price[arcs.origin[a]];
  }
  return regions[value.indexOf(Math.max(...value))];
}
