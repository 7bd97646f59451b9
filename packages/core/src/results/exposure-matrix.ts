import type { Chain } from "../chain/chain.js";
import { elementShare } from "./element-share.js";
import type { YearView } from "./year-view.js";

/** Element tonnes a year that a region uses of a stage, by where they passed that stage: regions × regions, row = user. */
export interface ExposureMatrix {
  readonly size: number;
  /** Bought at the stage itself. */
  readonly direct: Float64Array;
  /** Contained in the final goods the region uses, of the stage and of all later ones. */
  readonly embodied: Float64Array;
}

const stages = ["concentrate", "oxide", "metal", "magnet"] as const;
const matrices = new WeakMap<YearView, Map<string, ExposureMatrix>>();

export function exposureMatrix(view: YearView, chain: Chain, stage: string): ExposureMatrix {
  let known = matrices.get(view);
  if (known === undefined) matrices.set(view, (known = new Map<string, ExposureMatrix>()));
  let matrix = known.get(stage);
  if (matrix === undefined) known.set(stage, (matrix = makeMatrix(view, chain, stage)));
  return matrix;
}

function makeMatrix(view: YearView, chain: Chain, stage: string): ExposureMatrix {
  const { market, equilibrium } = view.step;
  const { arcs, origins, buyers, uses } = market;
  const size = market.regions.length;
  const content = Float64Array.from(chain.goods, (good) => elementShare(good.elements));
  const rank = Int32Array.from(chain.goods, (good) => stages.indexOf(good.stage));
  const from = stages.indexOf(stage as (typeof stages)[number]);
  const origin = originMix(view, content, rank, from);
  const direct = new Float64Array(size * size);
  const embodied = new Float64Array(size * size);
  for (let a = 0; a < arcs.count; a++) {
    const b = arcs.buyer[a];
    if (rank[buyers.good[b]] === from) {
      direct[buyers.region[b] * size + origins.region[arcs.origin[a]]] +=
        equilibrium.flow[a] * content[buyers.good[b]];
    }
  }
  const mix = new Float64Array(size);
  for (let i = 0; i < uses.goodBuyer.length; i++) {
    const b = uses.goodBuyer[i];
    if (rank[buyers.good[b]] < from || equilibrium.demandByGood[i] <= 0) continue;
    buyerMix(view, b, origin, mix);
    const tonnes = equilibrium.demandByGood[i] * content[buyers.good[b]];
    for (let r = 0; r < size; r++) embodied[buyers.region[b] * size + r] += tonnes * mix[r];
  }
  return { size, direct, embodied };
}

/** Where the supply of origins passed the stage. */
interface OriginMix {
  /** Shares by region, origins × regions. */
  readonly share: Float64Array;
  /** The one region of an origin whose supply passed the stage nowhere else, −1 where there are several. */
  readonly only: Int32Array;
}

/** Shares of a buyer's purchases by where they passed the stage. */
function buyerMix({ step, bought }: YearView, b: number, origin: OriginMix, mix: Float64Array): void {
  const { arcs } = step.market;
  mix.fill(0);
  if (bought[b] <= 0) return;
  for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
    const share = step.equilibrium.flow[a] / bought[b];
    if (share <= 0) continue;
    const o = arcs.origin[a];
    const only = origin.only[o];
    if (only >= 0) mix[only] += share;
    else for (let r = 0, at = o * mix.length; r < mix.length; r++) mix[r] += share * origin.share[at + r];
  }
}

/** Per origin: shares of its supply by the region where it passed the stage; recycled and earlier goods count where they are supplied. */
function originMix(view: YearView, content: Float64Array, rank: Int32Array, from: number): OriginMix {
  const { market, equilibrium } = view.step;
  const { origins, nodes } = market;
  const size = market.regions.length;
  const share = new Float64Array(origins.count * size);
  const only = Int32Array.from({ length: origins.count }, (_, o) => origins.region[o]);
  const mix = { share, only };
  for (let o = 0; o < origins.count; o++) share[o * size + origins.region[o]] = 1;
  const [inputs, buffer] = [new Float64Array(size), new Float64Array(size)];
  for (let later = from + 1; later < stages.length; later++) {
    const sum = new Float64Array(origins.count * size);
    const weight = new Float64Array(origins.count);
    for (let k = 0; k < nodes.count; k++) {
      if (equilibrium.level[k] <= 0) continue;
      let mixed = false;
      for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
        const o = nodes.outOrigin[i];
        if (rank[origins.good[o]] !== later) continue;
        if (!mixed) nodeMix(view, k, { content, rank, from }, mix, inputs, buffer);
        mixed = true;
        const made = nodes.outCoefficient[i] * equilibrium.level[k];
        weight[o] += made;
        for (let r = 0; r < size; r++) sum[o * size + r] += made * inputs[r];
      }
    }
    for (let o = 0; o < origins.count; o++) {
      if (rank[origins.good[o]] !== later) continue;
      const total = weight[o] + origins.given[o];
      if (total <= 0) continue;
      sum[o * size + origins.region[o]] += origins.given[o];
      for (let r = 0; r < size; r++) share[o * size + r] = sum[o * size + r] / total;
      only[o] = -1;
    }
  }
  return mix;
}

interface StageFilter {
  readonly content: Float64Array;
  readonly rank: Int32Array;
  readonly from: number;
}

/** Element-weighted mix of a node's inputs of the stage or later into `result`; its own region where it takes none. */
function nodeMix(
  view: YearView,
  k: number,
  { content, rank, from }: StageFilter,
  origin: OriginMix,
  result: Float64Array,
  buffer: Float64Array,
): void {
  const { nodes, buyers } = view.step.market;
  result.fill(0);
  let total = 0;
  for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
    const b = nodes.inBuyer[i];
    if (rank[buyers.good[b]] < from) continue;
    const tonnes = nodes.inCoefficient[i] * content[buyers.good[b]];
    buyerMix(view, b, origin, buffer);
    total += tonnes;
    for (let r = 0; r < buffer.length; r++) result[r] += tonnes * buffer[r];
  }
  if (total > 0) for (let r = 0; r < buffer.length; r++) result[r] /= total;
  else result[nodes.region[k]] = 1;
}
