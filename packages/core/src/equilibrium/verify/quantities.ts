import type { Market } from "../../market/market.js";
import type { OpenRoutes } from "./open-routes.js";
import type { Answer } from "../verify.js";

export interface Quantities {
  /** Purchase of each buyer (final + process use + stock build less release) and the most it could be. */
  readonly purchase: Float64Array;
  readonly purchaseScale: Float64Array;
  /** Given + made − sold at each origin; its capacity, at least a millionth of its good's. */
  readonly excess: Float64Array;
  readonly originScale: Float64Array;
  readonly goodCapacity: Float64Array;
}

export function quantities(market: Market, found: Answer, open: OpenRoutes): Quantities {
  const { origins, buyers, nodes, uses, arcs, goods } = market;
  const purchase = buyers.stockBuild.slice();
  const purchaseScale = buyers.stockBuild.map(Math.abs);
  const excess = origins.given.slice();
  const originScale = origins.given.slice();
  for (let i = 0; i < uses.goodBuyer.length; i++) {
    purchase[uses.goodBuyer[i]] += found.demandByGood[i];
    purchaseScale[uses.goodBuyer[i]] += found.demandByGood[i];
  }
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
      purchase[nodes.inBuyer[i]] += nodes.inCoefficient[i] * found.level[k];
      purchaseScale[nodes.inBuyer[i]] += nodes.inCoefficient[i] * nodes.capacity[k];
    }
    const most = open.node[k] === 1 ? nodes.capacity[k] * nodes.ramp[k] : 0;
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      excess[nodes.outOrigin[i]] += nodes.outCoefficient[i] * found.level[k];
      originScale[nodes.outOrigin[i]] += nodes.outCoefficient[i] * most;
    }
  }
  for (let a = 0; a < arcs.count; a++) excess[arcs.origin[a]] -= found.flow[a];
  const goodCapacity = new Float64Array(goods.length);
  for (let o = 0; o < origins.count; o++) goodCapacity[origins.good[o]] += originScale[o];
  for (let o = 0; o < origins.count; o++) {
    originScale[o] = Math.max(originScale[o], 1e-6 * goodCapacity[origins.good[o]], 1e-9);
  }
  for (let b = 0; b < buyers.count; b++) purchaseScale[b] = Math.max(purchaseScale[b], 1e-9);
  return { purchase, purchaseScale, excess, originScale, goodCapacity };
}
