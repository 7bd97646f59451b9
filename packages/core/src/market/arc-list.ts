import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import type { IndexSpaces } from "./index-spaces.js";

/** Routes sorted by buyer, with the base flow of each; a route is listed if it is used in the base year or if one of its ends is new. */
export interface ArcList {
  readonly count: number;
  readonly start: Int32Array;
  readonly origin: Int32Array;
  readonly buyer: Int32Array;
  readonly flow: Float64Array;
  readonly freight: Float64Array;
  readonly dutyOnFob: Uint8Array;
  /** 1 where the base flow is a prior of grade D rather than a figure. */
  readonly prior: Uint8Array;
  readonly originIsNew: Uint8Array;
  readonly buyerIsNew: Uint8Array;
}

interface Arc {
  origin: number;
  buyer: number;
  flow: number;
  freight: number;
  prior: boolean;
}

export function arcList(chain: Chain, baseline: Baseline, spaces: IndexSpaces): ArcList {
  const { origins, buyers } = spaces;
  const originIsNew = new Uint8Array(origins.count).fill(1);
  const buyerIsNew = new Uint8Array(buyers.count).fill(1);
  const based = new Map<number, Arc>();
  for (const { good, from, to, quantity, freight, prior } of baseline.flows) {
    if (!(quantity > 0)) continue;
    const g = spaces.goodIndex.get(good)!;
    const origin = origins.at(spaces.regionIndex.get(from)!, g);
    const buyer = buyers.at(spaces.regionIndex.get(to)!, g);
    based.set(buyer * origins.count + origin, { origin, buyer, flow: quantity, freight, prior });
    buyerIsNew[buyer] = 0;
    originIsNew[origin] = 0;
  }
  for (const origin of baseline.origins) {
    if (origin.disposal > 0)
      originIsNew[origins.at(spaces.regionIndex.get(origin.region)!, spaces.goodIndex.get(origin.good)!)] = 0;
  }
  const freightOf = usualFreight(baseline);
  const closed = new Set((baseline.closedRoutes ?? []).map(({ good, from, to }) => `${from}>${to}>${good}`));
  const arcs: Arc[] = [];
  const start = new Int32Array(buyers.count + 1);
  for (let buyer = 0; buyer < buyers.count; buyer++) {
    start[buyer] = arcs.length;
    const to = buyers.region[buyer];
    for (let from = 0; from < spaces.regions.length; from++) {
      const origin = origins.at(from, buyers.good[buyer]);
      if (origin < 0) continue;
      const known = based.get(buyer * origins.count + origin);
      if (known !== undefined) arcs.push(known);
      else if (originIsNew[origin] === 1 || buyerIsNew[buyer] === 1) {
        if (closed.has(`${spaces.regions[from]}>${spaces.regions[to]}>${spaces.goods[buyers.good[buyer]]}`))
          continue;
        const freight = freightOf(spaces.regions[from], spaces.regions[to], spaces.goods[buyers.good[buyer]]);
        arcs.push({ origin, buyer, flow: 0, freight, prior: true });
      }
    }
  }
  start[buyers.count] = arcs.length;
  return {
    count: arcs.length,
    start,
    origin: Int32Array.from(arcs, (arc) => arc.origin),
    buyer: Int32Array.from(arcs, (arc) => arc.buyer),
    flow: Float64Array.from(arcs, (arc) => arc.flow),
    freight: Float64Array.from(arcs, (arc) => arc.freight),
    dutyOnFob: Uint8Array.from(arcs, (arc) =>
      chain.regions[buyers.region[arc.buyer]].dutyBase === "fob" ? 1 : 0,
    ),
    prior: Uint8Array.from(arcs, (arc) => (arc.prior ? 1 : 0)),
    originIsNew,
    buyerIsNew,
  };
}

/** Freight of a route that has no base flow: that of the good between other places, on the median; nothing inside a region. */
function usualFreight(baseline: Baseline): (from: string, to: string, good: string) => number {
  const abroad = new Map<string, number[]>();
  for (const flow of baseline.flows) {
    if (flow.from === flow.to) continue;
    const list = abroad.get(flow.good) ?? [];
    list.push(flow.freight);
    abroad.set(flow.good, list);
  }
  const medians = new Map([...abroad].map(([good, list]) => [good, middle(list)]));
  const overall = middle([...abroad.values()].flat());
  return (from, to, good) => (from === to ? 0 : (medians.get(good) ?? overall));
}

function middle(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}
