import type { Calibration } from "../market/calibration.js";
import { deliveredCost } from "../market/calibrate-arcs.js";
import type { Market } from "../market/market.js";
import { exp, log } from "../numeric/elementary.js";

/** Use price of every buyer in the base year: where nothing is bought yet, what the open routes would give. kUSD/t. */
export function baseUsePrice({ origins, buyers, arcs, wedges }: Calibration, market: Market): Float64Array {
  const cost = deliveredCost(origins.price, arcs, wedges);
  return buyers.price.map((price, b) => {
    if (buyers.use[b] > 0) return price;
    let most = -Infinity;
    const exponent = (a: number) => market.arcs.logWeight[a] - cost[a] / buyers.theta[b];
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) most = Math.max(most, exponent(a));
    if (most === -Infinity) return price;
    let sum = 0;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) sum += exp(exponent(a) - most);
    return -buyers.theta[b] * (most + log(sum));
  });
}
