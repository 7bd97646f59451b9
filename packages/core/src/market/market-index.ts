import type { ArcSelection, NodeSelection } from "./edit.js";
import type { MarketBase } from "./market-base.js";
import type { Market } from "./market.js";

/**
 * Looks up places of a market by id. Depends on its structure only: one index serves all markets of the same structure, and the same
 * selection gets the same array, which nobody writes to.
 */
export interface MarketIndex {
  region(id: string): number | undefined;
  origin(region: string, good: string): number | undefined;
  buyer(region: string, good: string): number | undefined;
  arcs(selection: ArcSelection): Int32Array;
  nodes(selection: NodeSelection, base: MarketBase): Int32Array;
}

export function marketIndex(market: Market): MarketIndex {
  const regions = positions(market.regions);
  const goods = positions(market.goods);
  const width = market.goods.length;
  const origins = places(market.origins, width);
  const buyers = places(market.buyers, width);
  const remembered = new Map<string, Int32Array>();
  const at = (table: ReadonlyMap<number, number>, region: string, good: string): number | undefined => {
    const r = regions.get(region);
    const g = goods.get(good);
    return r === undefined || g === undefined ? undefined : table.get(r * width + g);
  };
  return {
    region: (id) => regions.get(id),
    origin: (region, good) => at(origins, region, good),
    buyer: (region, good) => at(buyers, region, good),
    arcs: (selection) => {
      const { goods: wanted, from, to, internal } = selection;
      const key = `${wanted.join()}|${from.join()}|${to.join()}|${String(internal)}`;
      let found = remembered.get(key);
      if (found === undefined) {
        found = selectArcs(market, selection, regions, (region, good) => at(buyers, region, good));
        remembered.set(key, found);
      }
      return found;
    },
    nodes: (selection, base) => selectNodes(market, selection, base),
  };
}

function selectArcs(
  { arcs, origins }: Market,
  { goods, from, to, internal = false }: ArcSelection,
  regions: ReadonlyMap<string, number>,
  buyer: (region: string, good: string) => number | undefined,
): Int32Array {
  const sellers = new Set(from.map((id) => regions.get(id)));
  const found: number[] = [];
  for (const region of new Set(to))
    for (const good of new Set(goods)) {
      const b = buyer(region, good);
      if (b === undefined) continue;
      for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
        const seller = origins.region[arcs.origin[a]];
        if (sellers.has(seller) && (internal || seller !== regions.get(region))) found.push(a);
      }
    }
  return Int32Array.from(found).sort();
}

function selectNodes(
  { nodes, regions, goods, origins }: Market,
  wanted: NodeSelection,
  base: MarketBase,
): Int32Array {
  const found: number[] = [];
  for (let k = 0; k < nodes.count; k++) {
    const { plant, technology, owners } = base.nodes[k];
    if (wanted.regions && !wanted.regions.includes(regions[nodes.region[k]])) continue;
    if (wanted.plants && (plant === undefined || !wanted.plants.includes(plant))) continue;
    if (wanted.technologies && !wanted.technologies.includes(technology)) continue;
    if (wanted.owners && !owners.some((owner) => owner.share > 0 && wanted.owners!.includes(owner.region)))
      continue;
    if (wanted.outputs && !makes(k, wanted.outputs)) continue;
    found.push(k);
  }
  return Int32Array.from(found);

  function makes(k: number, outputs: readonly string[]): boolean {
    for (let o = nodes.outStart[k]; o < nodes.outStart[k + 1]; o++)
      if (nodes.outCoefficient[o] > 0 && outputs.includes(goods[origins.good[nodes.outOrigin[o]]]))
        return true;
    return false;
  }
}

function positions(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

function places(
  space: { count: number; region: Int32Array; good: Int32Array },
  width: number,
): Map<number, number> {
  const table = new Map<number, number>();
  for (let k = 0; k < space.count; k++) table.set(space.region[k] * width + space.good[k], k);
  return table;
}
