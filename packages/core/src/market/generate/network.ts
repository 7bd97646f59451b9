import type { Stream } from "../../numeric/stream.js";
import type { GenerateOptions } from "../generate.js";
import type { Arcs, Buyers, Market, Origins } from "../market.js";
import type { ChainShape } from "./chain-shape.js";

export interface Network {
  readonly origins: Origins;
  readonly buyers: Buyers;
  readonly arcs: Arcs;
  /** Index by region and good, −1 where there is none. */
  readonly originAt: (region: number, good: number) => number;
  readonly buyerAt: (region: number, good: number) => number;
  readonly originPrice: Float64Array;
}

type Place = readonly [region: number, good: number];

/** Origins where a good is made, buyers where it is used (finished goods and oxides: everywhere), arcs between them. */
export function drawNetwork(options: GenerateOptions, chain: ChainShape, stream: Stream): Network {
  const supplied = places(chain, (recipe) => recipe.outputs);
  const used = places(chain, (recipe) => recipe.inputs);
  chain.stage.forEach((stage, good) => {
    if (stage !== "finished" && stage !== "oxide") return;
    for (let region = 0; region < chain.regions; region++) used.set(key(chain, region, good), [region, good]);
  });
  const originList = sorted(supplied);
  const buyerList = sorted(used);
  const originPrice = Float64Array.from(
    originList,
    ([, good]) => chain.price[good] * stream.between(0.9, 1.15),
  );
  const ints = (values: readonly number[]): Int32Array => Int32Array.from(values);
  const theta = Float64Array.from(
    buyerList,
    ([, good]) => chain.price[good] / (chain.stage[good] === "finished" ? 5 : 20),
  );
  const lookUp = (list: readonly Place[]): ((region: number, good: number) => number) => {
    const index = new Map(list.map(([region, good], i) => [key(chain, region, good), i]));
    return (region, good) => index.get(key(chain, region, good)) ?? -1;
  };
  return {
    origins: {
      count: originList.length,
      region: ints(originList.map(([region]) => region)),
      good: ints(originList.map(([, good]) => good)),
      disposalPrice: originPrice.map((price) => 0.02 * price),
      given: new Float64Array(originList.length),
    },
    buyers: {
      count: buyerList.length,
      region: ints(buyerList.map(([region]) => region)),
      good: ints(buyerList.map(([, good]) => good)),
      theta,
      stockBuild: new Float64Array(buyerList.length),
    },
    arcs: drawArcs(options, originList, buyerList, chain, stream),
    originAt: lookUp(originList),
    buyerAt: lookUp(buyerList),
    originPrice,
  };
}

function key(chain: ChainShape, region: number, good: number): number {
  return good * chain.regions + region;
}

function places(
  chain: ChainShape,
  goods: (recipe: ChainShape["recipes"][number]) => readonly { good: number }[],
): Map<number, Place> {
  const found = new Map<number, Place>();
  for (const recipe of chain.recipes) {
    for (const { good } of goods(recipe)) found.set(key(chain, recipe.region, good), [recipe.region, good]);
  }
  return found;
}

function sorted(found: Map<number, Place>): Place[] {
  return [...found].sort(([a], [b]) => a - b).map(([, place]) => place);
}

function drawArcs(
  options: GenerateOptions,
  origins: readonly Place[],
  buyers: readonly Place[],
  chain: ChainShape,
  stream: Stream,
): Market["arcs"] {
  const makers = chain.stage.map((_, good) => [...origins.keys()].filter((o) => origins[o][1] === good));
  const start = new Int32Array(buyers.length + 1);
  const origin: number[] = [];
  const buyer: number[] = [];
  buyers.forEach(([region, good], b) => {
    const own = makers[good].filter((o) => origins[o][0] === region);
    const others = makers[good].filter((o) => origins[o][0] !== region);
    const chosen = [...own, ...(others.length > options.sources ? stream.shuffle(others) : others)].slice(
      0,
      options.sources,
    );
    for (const o of chosen.sort((x, y) => x - y)) {
      origin.push(o);
      buyer.push(b);
    }
    start[b + 1] = origin.length;
  });
  const home = origin.map((o, a) => origins[o][0] === buyers[buyer[a]][0]);
  return {
    count: origin.length,
    start,
    origin: Int32Array.from(origin),
    buyer: Int32Array.from(buyer),
    logWeight: Float64Array.from(origin, (_, a) => stream.between(-2, 0) + (home[a] ? 1 : 0)),
    freight: Float64Array.from(origin, (_, a) => (home[a] ? 0 : stream.between(0.1, 1.5))),
    dutyOnFob: Uint8Array.from(buyer, (b) => (buyers[b][0] % 5 === 1 ? 1 : 0)),
  };
}
