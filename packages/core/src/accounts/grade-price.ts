import { exp, log } from "../numeric/elementary.js";
import type { Market } from "../market/market.js";

/** Price of an end use from the use prices of its goods: −g ln Σ a e^{−P/g}, or the mean in fixed proportions. kUSD/t, per use. */
export function gradePrice({ uses }: Market, usePrice: Float64Array): Float64Array {
  const price = new Float64Array(uses.count);
  for (let u = 0; u < uses.count; u++) {
    const [first, last, scale] = [uses.goodStart[u], uses.goodStart[u + 1], uses.gradeScale[u]];
    if (scale === 0 || last - first === 1) {
      let mean = 0;
      for (let i = first; i < last; i++) {
        const price = usePrice[uses.goodBuyer[i]];
        mean += scale === 0 ? uses.goodWeight[i] * price : price - scale * uses.goodWeight[i];
      }
      price[u] = mean;
      continue;
    }
    let least = Infinity;
    for (let i = first; i < last; i++) least = Math.min(least, usePrice[uses.goodBuyer[i]]);
    let sum = 0;
    for (let i = first; i < last; i++) {
      sum += exp(uses.goodWeight[i] - (usePrice[uses.goodBuyer[i]] - least) / scale);
    }
    price[u] = least - scale * log(sum);
  }
  return price;
}
