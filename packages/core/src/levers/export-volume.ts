import type { OfBase } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import type { LeverScope } from "./definition.js";
import { borderArcs } from "./selectors.js";

export interface ExportLimit {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly goods: readonly string[];
  readonly volume: number | OfBase;
  /** A limit for each good, or one for all of them pooled. */
  readonly basis: "each" | "pooled";
  /** A limit for each destination, or one for the group. */
  readonly per: "destination" | "group";
  readonly rentTo: "exporter" | "importer";
}

/** Σ flow ≤ limit with rent λ ≥ 0, one control for each good or pool and each destination or group. */
export function limitExports(edit: MarketEdit, context: LeverScope, limit: ExportLimit): void {
  const pools = limit.basis === "each" ? limit.goods.map((good) => [good]) : [limit.goods];
  const places = limit.per === "destination" ? limit.to.map((region) => [region]) : [limit.to];
  for (const goods of pools)
    for (const to of places) {
      const members = borderArcs(edit, context, goods, limit.from, to);
      const name = `${goods.length === 1 ? goods[0] : "pooled"}:${to.length === 1 ? to[0] : "group"}`;
      edit.control({
        id: `${context.id}:${name}`,
        lever: context.id,
        limit: volumeOf(edit, limit.volume, members),
        cap: Infinity,
        on: "arc",
        members,
        coefficient: new Float64Array(members.length).fill(1),
        rentTo: limit.rentTo,
        neutral: false,
      });
    }
}

/** t/y, or the share of what flowed on these routes in the base year. */
export function volumeOf(edit: MarketEdit, volume: number | OfBase, arcs: Int32Array): number {
  if (typeof volume === "number") return volume;
  let flow = 0;
  for (const arc of arcs) flow += edit.baseFlow(arc);
  return volume.share * flow;
}
