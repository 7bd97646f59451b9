import { yearRow, type GoodFlows } from "./year-row.js";
import type { RunResult } from "@didym/core/results";

/** Shipments of one good between regions in one year and what each region makes of it, t/y; flows below 0.5% of all are left out. */
export function goodFlows(result: RunResult, year: number, good: string): GoodFlows {
  const step = yearRow(result, year);
  if (step === undefined) return { made: [], flows: [] };
  const { market, equilibrium } = step;
  const { arcs, origins, buyers, nodes, regions, goods } = market;
  const wanted = goods.indexOf(good);
  const made = new Float64Array(regions.length);
  for (let o = 0; o < origins.count; o++)
    if (origins.good[o] === wanted) made[origins.region[o] ?? 0] += origins.given[o] ?? 0;
  for (let k = 0; k < nodes.count; k++)
    for (let i = nodes.outStart[k] ?? 0; i < (nodes.outStart[k + 1] ?? 0); i++) {
      const o = nodes.outOrigin[i] ?? 0;
      if (origins.good[o] === wanted)
        made[origins.region[o] ?? 0] += (nodes.outCoefficient[i] ?? 0) * (equilibrium.level[k] ?? 0);
    }
  const between = new Float64Array(regions.length * regions.length);
  let total = 0;
  for (let a = 0; a < arcs.count; a++) {
    if (buyers.good[arcs.buyer[a] ?? 0] !== wanted) continue;
    const from = origins.region[arcs.origin[a] ?? 0] ?? 0;
    const to = buyers.region[arcs.buyer[a] ?? 0] ?? 0;
    const tonnes = equilibrium.flow[a] ?? 0;
    total += tonnes;
    if (from !== to) between[from * regions.length + to] += tonnes;
  }
  const flows = [...between.entries()].flatMap(([at, tonnes]) =>
    tonnes > 0.005 * total
      ? [
          {
            from: regions[Math.floor(at / regions.length)] ?? "",
            to: regions[at % regions.length] ?? "",
            tonnes,
          },
        ]
      : [],
  );
  return { made: regions.map((region, index) => ({ region, tonnes: made[index] ?? 0 })), flows };
}
