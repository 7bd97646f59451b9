import type { OfBase } from "../fields/index.js";
import type { Payer } from "../market/market.js";
import type { MarketEdit } from "../market/edit.js";
import { coveredNodes, outputsOf, type CoveredNode } from "./covered-nodes.js";
import type { Effect, LeverContext } from "./definition.js";
import { payersOfMany, type PayerParams } from "./payers.js";
import { volumeOfNodes } from "./volume-of-nodes.js";
import { goodsOf, partiesOf } from "./selectors.js";

/** Origin of the index `chinese-ex-works`. */
const INDEX_REGION = "CHN";

/** Terms of a contract; money kUSD/t in the money named. */
export interface ContractTerms extends PayerParams {
  readonly good: readonly string[];
  readonly at: number;
  readonly money: "nominal" | "real";
  readonly covers?: readonly string[] | undefined;
  readonly index: "own-price" | "chinese-ex-works";
  readonly vat: number;
  readonly share: number;
  readonly volume?: number | OfBase | undefined;
  readonly "upside-share": number;
  readonly "upside-above"?: number | undefined;
}

/**
 * Contract for difference on covered output: net price = π + max(0, F − I) − share·max(0, I − U), with I the own price π or
 * (1 + VAT)·π of the index region, and F, U in real money: nominal ones are divided by the price level.
 */
export function compileContract(params: ContractTerms, context: LeverContext): Effect {
  const goods = goodsOf(params.good, context);
  const parties = partiesOf(params.covers ?? ["members"], context);
  return {
    market(edit, year) {
      const level = params.money === "nominal" ? context.priceLevel(year) : 1;
      for (const good of goods) {
        const nodes = coveredNodes(edit, parties, [good]);
        const limit = limitShare(edit, params, nodes, good);
        const payers = payersOfMany(edit, params, [good], context);
        for (const { node, share } of nodes)
          contractFor(edit, good, node, share * limit * params.share, level, payers(node));
      }
    },
  };

  function contractFor(
    edit: MarketEdit,
    good: string,
    node: number,
    coverage: number,
    level: number,
    payers: readonly Payer[],
  ): void {
    for (const output of outputsOf(edit, node, [good])) {
      const foreign = params.index === "chinese-ex-works";
      const index = foreign ? edit.originIndex(INDEX_REGION, good) : output.origin;
      if (index === undefined) continue;
      edit.contract({
        lever: context.id,
        node,
        good: output.good,
        coverage: Math.min(1, coverage),
        strike: params.at / level,
        indexOrigin: index,
        indexFactor: foreign ? 1 + params.vat : 1,
        upsideStrike: params["upside-above"] === undefined ? Infinity : params["upside-above"] / level,
        upsideShare: params["upside-share"],
        payers,
      });
    }
  }
}

/** Share of the covered capacity that a stated volume reaches, 1 without one. */
function limitShare(
  edit: MarketEdit,
  params: ContractTerms,
  nodes: readonly CoveredNode[],
  good: string,
): number {
  if (params.volume === undefined) return 1;
  const { capacity, base } = volumeOfNodes(edit, nodes, [good]);
  const limit = typeof params.volume === "number" ? params.volume : params.volume.share * base;
  return capacity > limit ? limit / capacity : 1;
}
