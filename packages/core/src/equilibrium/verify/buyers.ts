import type { Market } from "../../market/market.js";
import { exp, log } from "../../numeric/elementary.js";
import { range } from "./open-routes.js";

/** Use cost of its sources and share of each route, by the definition; Infinity and zeros where no route is open. */
export function sourcing(
  market: Market,
  b: number,
  cost: ArrayLike<number>,
  open: readonly boolean[],
): { readonly price: number; readonly shares: number[] } {
  const { arcs, buyers } = market;
  const routes = range(arcs.start, b);
  const live = routes.filter((a) => open[a]);
  if (live.length === 0) return { price: Infinity, shares: routes.map(() => 0) };
  const theta = buyers.theta[b];
  const utility = (a: number): number => theta * arcs.logWeight[a] - cost[a];
  const best = live.reduce((most, a) => Math.max(most, utility(a)), -Infinity);
  const pull = routes.map((a) => (open[a] ? exp((utility(a) - best) / theta) : 0));
  const total = pull.reduce((sum, value) => sum + value, 0);
  return { price: -best - theta * log(total), shares: pull.map((value) => value / total) };
}
