import type { Stream } from "../../numeric/stream.js";
import type { GenerateOptions } from "../generate.js";

export type Stage = "feed" | "oxide" | "metal" | "finished";

/** A way of making goods in one region: tonnes in and out per tonne of level, by good. */
export interface Recipe {
  readonly region: number;
  readonly inputs: readonly Amount[];
  readonly outputs: readonly Amount[];
}

export interface Amount {
  readonly good: number;
  readonly tonnes: number;
}

export interface ChainShape {
  readonly regions: number;
  readonly stage: readonly Stage[];
  /** Price level of each good, kUSD/t. */
  readonly price: readonly number[];
  readonly recipes: readonly Recipe[];
}

export function drawChain({ regions, goods, makers }: GenerateOptions, stream: Stream): ChainShape {
  const feeds = Math.max(1, Math.floor(goods / 3));
  const oxides = Math.max(1, Math.floor(goods / 3));
  const metals = Math.max(1, Math.floor((goods - feeds - oxides) / 2));
  const stage = Array.from({ length: goods }, (_, g): Stage =>
    g < feeds ? "feed" : g < feeds + oxides ? "oxide" : g < feeds + oxides + metals ? "metal" : "finished",
  );
  const of = (wanted: Stage): number[] => [...stage.keys()].filter((g) => stage[g] === wanted);
  const number = Math.max(1, Math.round(makers * regions));
  const some = (): number[] => stream.shuffle([...Array(regions).keys()]).slice(0, number);
  const price = stage.map(() => stream.between(20, 200));
  const recipes: Recipe[] = [];

  const baskets = of("feed").map(() => basket(of("oxide"), stream));
  of("feed").forEach((good, i) => {
    price[good] = 0.6 * value(baskets[i], price);
    for (const region of some()) recipes.push({ region, inputs: [], outputs: [{ good, tonnes: 1 }] });
  });
  some().forEach((region, i) => {
    const feed = i % feeds;
    recipes.push({ region, inputs: [{ good: of("feed")[feed], tonnes: 1 }], outputs: baskets[feed] });
  });
  for (const stageMade of ["metal", "finished"] as const) {
    const from = of(stageMade === "metal" ? "oxide" : "metal");
    of(stageMade).forEach((good, i) => {
      const inputs = mixture(from, i, stageMade === "metal" ? 1 : 3, stream);
      price[good] = stream.between(1.2, 1.6) * value(inputs, price);
      for (const region of some()) recipes.push({ region, inputs, outputs: [{ good, tonnes: 1 }] });
    });
  }
  return { regions, stage, price, recipes };
}

function basket(goods: readonly number[], stream: Stream): Amount[] {
  const weights = goods.map(() => stream.between(0.2, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return goods.map((good, i) => ({ good, tonnes: (0.9 * weights[i]) / total }));
}

function mixture(from: readonly number[], first: number, parts: number, stream: Stream): Amount[] {
  const count = Math.min(parts, from.length);
  return Array.from({ length: count }, (_, i) => ({
    good: from[(first + i) % from.length],
    tonnes: stream.between(1.05, 1.25) / count,
  }));
}

function value(amounts: readonly Amount[], price: readonly number[]): number {
  return amounts.reduce((sum, { good, tonnes }) => sum + tonnes * price[good], 0);
}
