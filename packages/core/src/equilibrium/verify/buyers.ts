import type { Market } from "../../market/market.js";
import { exp, log } from "../../numeric/elementary.js";
import type { OpenRoutes } from "./open-routes.js";

/** Use cost of each buyer's sources and the share of each route, by the definition; Infinity and zeros where no route is open. */
export function sourcing(
  market: Market,
  cost: Float64Array,
  open: OpenRoutes,
): { readonly price: Float64Array; readonly share: Float64Array } {
  const { arcs, buyers } = market;
  const price = new Float64Array(buyers.count).fill(Infinity);
  const share = new Float64Array(arcs.count);
  for (let b = 0; b < buyers.count; b++) {
    const [first, end, theta] = [arcs.start[b], arcs.start[b + 1], buyers.theta[b]];
    let best = -Infinity;
    for (let a = first; a < end; a++) {
      if (open.arc[a] === 1) best = Math.max(best, theta * arcs.logWeight[a] - cost[a]);
    }
    if (best === -Infinity) continue;
    let total = 0;
    for (let a = first; a < end; a++) {
      if (open.arc[a] === 0) continue;
      share[a] = exp((theta * arcs.logWeight[a] - cost[a] - best) / theta);
      total += share[a];
    }
    for (let a = first; a < end; a++) share[a] /= total;
    price[b] = -best - theta * log(total);
  }
  return { price, share };
}
