import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import type { NodeEntry } from "./node-list.js";

/** A list of (region, good) pairs in the order of goods, then regions, with a way back from the pair to its index. */
export interface PairSpace {
  readonly count: number;
  readonly region: Int32Array;
  readonly good: Int32Array;
  /** Index of the pair by region and good index, or −1. */
  readonly at: (region: number, good: number) => number;
}

export interface IndexSpaces {
  readonly regions: readonly string[];
  readonly goods: readonly string[];
  readonly regionIndex: ReadonlyMap<string, number>;
  readonly goodIndex: ReadonlyMap<string, number>;
  readonly origins: PairSpace;
  readonly buyers: PairSpace;
}

/** Origins: what a base origin or any node can supply. Buyers: what a base flow, a node or a final use can take. */
export function indexSpaces(chain: Chain, baseline: Baseline, nodes: readonly NodeEntry[]): IndexSpaces {
  const regions = chain.regions.map((region) => region.id);
  const goods = chain.goods.map((good) => good.id);
  const regionIndex = new Map(regions.map((id, index) => [id, index]));
  const goodIndex = new Map(goods.map((id, index) => [id, index]));
  const space = () => new Uint8Array(regions.length * goods.length);
  const [supplied, used] = [space(), space()];
  const mark = (cells: Uint8Array, region: string, good: string): void => {
    const [r, g] = [regionIndex.get(region), goodIndex.get(good)];
    if (r === undefined || g === undefined) throw new RangeError(`${good} of ${region} is not in the chain`);
    cells[g * regions.length + r] = 1;
  };
  for (const origin of baseline.origins) mark(supplied, origin.region, origin.good);
  for (const flow of baseline.flows) {
    mark(supplied, flow.from, flow.good);
    mark(used, flow.to, flow.good);
  }
  for (const node of nodes) {
    for (const good of Object.keys(node.outputs)) mark(supplied, node.region, good);
    for (const good of Object.keys(node.inputs)) mark(used, node.region, good);
  }
  for (const use of baseline.uses) for (const good of Object.keys(use.goods)) mark(used, use.region, good);
  return {
    regions,
    goods,
    regionIndex,
    goodIndex,
    origins: pairSpace(supplied, regions.length),
    buyers: pairSpace(used, regions.length),
  };
}

function pairSpace(cells: Uint8Array, regionCount: number): PairSpace {
  const index = new Int32Array(cells.length).fill(-1);
  const [region, good]: [number[], number[]] = [[], []];
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell] === 0) continue;
    index[cell] = region.length;
    region.push(cell % regionCount);
    good.push(Math.floor(cell / regionCount));
  }
  return {
    count: region.length,
    region: Int32Array.from(region),
    good: Int32Array.from(good),
    at: (r, g) => index[g * regionCount + r],
  };
}
