import type { Baseline, BaseWedge } from "../baseline/baseline.js";
import type { ArcList } from "./arc-list.js";
import type { IndexSpaces } from "./index-spaces.js";
import type { Wedge } from "./market.js";

/** The duties and export taxes of the base year, one wedge an id and kind, named `base:ID`. */
export function baseWedges(baseline: Baseline, spaces: IndexSpaces, arcs: ArcList): Wedge[] {
  const routes = new Map<string, number>();
  for (let arc = 0; arc < arcs.count; arc++) {
    const [origin, buyer] = [arcs.origin[arc], arcs.buyer[arc]];
    const [from, to] = [spaces.origins.region[origin], spaces.buyers.region[buyer]];
    const good = spaces.origins.good[origin];
    routes.set(`${spaces.regions[from]}>${spaces.regions[to]}>${spaces.goods[good]}`, arc);
  }
  const groups = new Map<string, BaseWedge[]>();
  for (const wedge of baseline.wedges) {
    if (!routes.has(`${wedge.from}>${wedge.to}>${wedge.good}`)) continue;
    const key = `${wedge.kind}:${wedge.id}`;
    groups.set(key, [...(groups.get(key) ?? []), wedge]);
  }
  return [...groups.values()].map((rows) => ({
    lever: `base:${rows[0].id}`,
    kind: rows[0].kind,
    arcs: Int32Array.from(rows, (row) => routes.get(`${row.from}>${row.to}>${row.good}`)!),
    adValorem: Float64Array.from(rows, (row) => row.adValorem),
    specific: Float64Array.from(rows, (row) => row.specific),
  }));
}
