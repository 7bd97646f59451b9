import type { MarketEdit } from "../market/edit.js";
import type { LeverContext } from "./definition.js";
import { regionsOf } from "./selectors.js";
import type { PriceFloorParams } from "./price-floor.js";

/** A region whose plants of a good are owned by members at least to this share counts as a host of members' plants. */
const HOST_SHARE = 0.5;

/**
 * Exporters that a border floor spares. Stated ones if `equivalent` is given, else hosts of members' plants of the good.
 * The origin test then decides: `region` takes stated ones only; `plant` takes hosts; `feed` takes hosts whose base-year feed comes
 * mostly from members or from themselves.
 */
export function equivalentRegions(
  edit: MarketEdit,
  good: string,
  params: Pick<PriceFloorParams, "equivalent" | "origin-test">,
  members: readonly string[],
  context: LeverContext,
): ReadonlySet<string> {
  if (params.equivalent) return new Set(regionsOf(params.equivalent, context));
  const test = params["origin-test"];
  if (test === "region") return new Set();
  const hosts = context.world.regions.filter(
    (region) => memberShare(edit, region, good, members) >= HOST_SHARE,
  );
  return new Set(
    test === "plant" ? hosts : hosts.filter((region) => ownFeed(edit, region, good, members) >= HOST_SHARE),
  );
}

/** Share of a region's base-year output of the good that members' owners hold. */
function memberShare(edit: MarketEdit, region: string, good: string, members: readonly string[]): number {
  let held = 0;
  let made = 0;
  for (const node of edit.nodes({ regions: [region], outputs: [good] })) {
    const level = edit.baseLevel(node);
    made += level;
    for (const owner of edit.owners(node)) if (members.includes(owner.region)) held += level * owner.share;
  }
  return made > 0 ? held / made : 0;
}

/** Share of the feed of a region's plants of the good that came from members or the region itself; 1 for plants without feed. */
function ownFeed(edit: MarketEdit, region: string, good: string, members: readonly string[]): number {
  const { nodes, arcs, origins, regions } = edit.market;
  let own = 0;
  let all = 0;
  for (const node of edit.nodes({ regions: [region], outputs: [good] }))
    for (let i = nodes.inStart[node]; i < nodes.inStart[node + 1]; i++) {
      const buyer = nodes.inBuyer[i];
      for (let arc = arcs.start[buyer]; arc < arcs.start[buyer + 1]; arc++) {
        const from = regions[origins.region[arcs.origin[arc]]];
        all += edit.baseFlow(arc);
        if (from === region || members.includes(from)) own += edit.baseFlow(arc);
      }
    }
  return all > 0 ? own / all : 1;
}
