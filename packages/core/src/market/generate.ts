import { generateBase } from "./generate/base-point.js";
import { drawChain } from "./generate/chain-shape.js";
import { drawNetwork } from "./generate/network.js";
import type { Market } from "./market.js";
import { Stream } from "../numeric/stream.js";

export interface GenerateOptions {
  readonly seed: number;
  readonly regions: number;
  /** At least 4: mined feeds, oxides made jointly from them, metals, finished goods. */
  readonly goods: number;
  /** Share of the regions that make each good. */
  readonly makers: number;
  /** Most origins an importer buys a good from; Infinity for a dense network. */
  readonly sources: number;
}

export interface GeneratedMarket {
  readonly market: Market;
  /** Prices at which the market clears exactly, kUSD/t. */
  readonly originPrice: Float64Array;
}

/**
 * A random chain of the shape of the rare earths', for tests and for measuring growth; every figure is invented. Capacities and
 * demand are drawn so that the base prices are an equilibrium: what joint production leaves over is disposed of.
 */
export function generateMarket(options: GenerateOptions): GeneratedMarket {
  const stream = new Stream(options.seed, "market");
  const chain = drawChain(options, stream.substream("chain"));
  const network = drawNetwork(options, chain, stream.substream("network"));
  return generateBase(chain, network, stream.substream("base"));
}
