import type { State } from "../horizon/state.js";
import type { Calibration } from "../market/calibration.js";
import type { Equilibrium, Market, StockOrder } from "../market/market.js";
import type { ShockSpec } from "./shock-spec.js";

/** What stands in stores when a stop begins, t per buyer: users' own cover and public stocks. */
export interface Cover {
  readonly users: Float64Array;
  readonly public: Float64Array;
}

/** Users hold so many years of their use of each good (a figure of the base year); public stocks are those of the run. */
export function coverOf(
  { baseline, uses, regions }: Calibration,
  market: Market,
  demandByGood: Float64Array,
  stocks: State["stocks"],
): Cover {
  const years = new Map(baseline.uses.map((use) => [`${use.endUse}@${use.region}`, use.cover]));
  const users = new Float64Array(market.buyers.count);
  for (let u = 0; u < uses.count; u++) {
    const cover = years.get(`${uses.endUse[u]}@${regions[uses.region[u]]}`) ?? 0;
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++)
      users[uses.goodBuyer[i]] += cover * demandByGood[i];
  }
  const held = new Float64Array(market.buyers.count);
  for (const { buyer, quantity } of stocks) held[buyer] += Math.max(0, quantity);
  return { users, public: held };
}

/** Supply that a stop takes from each buyer, t/y at the flows before. */
export function lostSupply(
  market: Market,
  { flow }: Pick<Equilibrium, "flow">,
  spec: ShockSpec,
): Float64Array {
  const { arcs, origins, buyers, regions, goods } = market;
  const lost = new Float64Array(buyers.count);
  for (let a = 0; a < arcs.count; a++) {
    const o = arcs.origin[a];
    const b = arcs.buyer[a];
    const hit =
      spec.by.includes(regions[origins.region[o]]) &&
      spec.to.includes(regions[buyers.region[b]]) &&
      spec.goods.includes(goods[origins.good[o]]) &&
      origins.region[o] !== buyers.region[b];
    if (hit) lost[b] += (1 - spec.remaining) * flow[a];
  }
  return lost;
}

/** What rounding leaves of a drained store, t/y: a release so small would leave its buyer's price undetermined. */
const NOTHING = 1e-9;

/** Whose account stores are: users' own and public ones alike, so that no treasury earns what they give. */
export const STORES = "base:stores";

/** Adds purchases into (> 0) or releases from (< 0) the buyers' stores, t/y, paid or earned at home. */
export function withStores(market: Market, yearly: Float64Array): Market {
  const orders: StockOrder[] = [];
  const stockBuild = market.buyers.stockBuild.slice();
  yearly.forEach((quantity, buyer) => {
    if (Math.abs(quantity) <= NOTHING) return;
    stockBuild[buyer] += quantity;
    const payers = [{ region: market.buyers.region[buyer], share: 1 }];
    orders.push({ lever: STORES, buyer, quantity, payers });
  });
  if (orders.length === 0) return market;
  return {
    ...market,
    buyers: { ...market.buyers, stockBuild },
    stockOrders: [...market.stockOrders, ...orders],
  };
}
