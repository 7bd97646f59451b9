import { exposureMatrix } from "../exposure-matrix.js";
import type { RunResult } from "../run-result.js";
import type { YearView } from "../year-view.js";
import type { Metric, Query } from "./metric.js";

/** Share of the region's use that comes from the partner: bought of it (`direct`), or contained in the final goods used (`embodied`). */
export const exposure: Metric = {
  id: "exposure",
  dimensions: ["stage", "region", "partner", "kind"],
  unit: "1",
  money: false,
  value(view, query, result) {
    const rows = suppliers(view, query, result);
    let [total, theirs] = [0, 0];
    rows.forEach((tonnes, partner) => {
      total += tonnes;
      if (query.partners?.has(partner) ?? !query.regions.has(partner)) theirs += tonnes;
    });
    return total > 0 ? theirs / total : undefined;
  },
};

/** Σ (100·share)² over suppliers of what the region (or the group, as one buyer) uses at the stage. */
export const hhi: Metric = {
  id: "hhi",
  dimensions: ["stage", "region"],
  unit: "1",
  money: false,
  value(view, query, result) {
    const rows = suppliers(view, { ...query, kind: "direct" }, result);
    let [total, squares] = [0, 0];
    for (const tonnes of rows) {
      total += tonnes;
      squares += tonnes * tonnes;
    }
    return total > 0 ? (10_000 * squares) / (total * total) : undefined;
  },
};

const known = new WeakMap<YearView, Map<string, WeakMap<Query["regions"], Float64Array>>>();

/** Element tonnes by supplying region, summed over the group; remembered for the many partners that ask. */
function suppliers(
  view: YearView,
  { regions, stage = "oxide", kind }: Query,
  { frame }: RunResult,
): Float64Array {
  const key = `${stage} ${kind === "embodied" ? kind : "direct"}`;
  let byKey = known.get(view);
  if (byKey === undefined)
    known.set(view, (byKey = new Map<string, WeakMap<Query["regions"], Float64Array>>()));
  let byGroup = byKey.get(key);
  if (byGroup === undefined) byKey.set(key, (byGroup = new WeakMap<Query["regions"], Float64Array>()));
  let rows = byGroup.get(regions);
  if (rows === undefined) {
    const { size, direct, embodied } = exposureMatrix(view, frame.calibration.chain, stage);
    const matrix = kind === "embodied" ? embodied : direct;
    rows = new Float64Array(size);
    for (const region of regions) for (let r = 0; r < size; r++) rows[r] += matrix[region * size + r];
    byGroup.set(regions, rows);
  }
  return rows;
}
