import type { Market } from "../../market/market.js";

/**
 * A rough price per good, kUSD/t: base prices of final uses handed up the chain by the nodes that turn one good into another.
 * Sets the size of a price step and the beginning of a solve without a start; no answer depends on it.
 */
export function priceScales(market: Market): Float64Array {
  const { goods, buyers, uses, nodes, origins } = market;
  const sum = new Float64Array(goods.length);
  const weight = new Float64Array(goods.length);
  for (let e = 0; e < uses.count; e++) {
    for (let j = uses.goodStart[e]; j < uses.goodStart[e + 1]; j++) {
      const good = buyers.good[uses.goodBuyer[j]];
      sum[good] += uses.basePrice[e] * uses.quantity[e];
      weight[good] += uses.quantity[e];
    }
  }
  const price = sum.map((total, g) => (weight[g] > 0 ? total / weight[g] : 0));
  for (let found = true; found;) {
    found = false;
    for (let k = 0; k < nodes.count; k++) {
      let [value, known, tonnes] = [-nodes.cost[k], true, 0];
      for (let j = nodes.outStart[k]; j < nodes.outStart[k + 1]; j++) {
        const p = price[origins.good[nodes.outOrigin[j]]];
        if (p === 0) known = false;
        value += nodes.outCoefficient[j] * p;
      }
      for (let j = nodes.inStart[k]; j < nodes.inStart[k + 1]; j++) tonnes += nodes.inCoefficient[j];
      if (!known || tonnes === 0) continue;
      for (let j = nodes.inStart[k]; j < nodes.inStart[k + 1]; j++) {
        const good = buyers.good[nodes.inBuyer[j]];
        if (price[good] === 0 && value > 0) {
          price[good] = value / tonnes;
          found = true;
        }
      }
    }
  }
  for (let b = 0; b < buyers.count; b++) {
    price[buyers.good[b]] = Math.max(price[buyers.good[b]], 3 * buyers.theta[b]);
  }
  return price.map((value) => (value > 0 ? value : 1));
}
