import { nodeOf, type CurveRow, type MarketProblem } from "../market-problem.js";
import { priceSlope } from "../forms/index.js";
import { addTo } from "./expression.js";
import type { Commodity } from "./add-arcs.js";
import { onePrice, type Place } from "./place.js";
import { competitiveReach, reachOfSellers, type Ownership } from "./sellers.js";
import type { UnitBuilder } from "./unit-builder.js";

/** What one commodity sells in one region. */
export interface Sale {
  readonly seller: number;
  readonly region: number;
  readonly good: number;
  readonly unknown: number;
}

export interface StrategicMarkets {
  /** Where users of strategic goods buy, by node. */
  readonly market: ReadonlyMap<number, Place>;
  readonly commodities: ReadonlyMap<number, readonly Commodity[]>;
  readonly sales: readonly Sale[];
}

/** Markets of goods over which someone has market power: each seller's part is a commodity of its own until it is sold. */
export function addStrategicMarkets(
  problem: MarketProblem,
  builder: UnitBuilder,
  ownership: Ownership,
): StrategicMarkets {
  const market = new Map<number, Place>();
  const commodities = new Map<number, Commodity[]>();
  const sales: Sale[] = [];
  const reached = reachOfSellers(problem, ownership);
  for (const good of new Set(problem.sellers.map((seller) => seller.good))) {
    const lower = problem.freeDisposal[good] ? 0 : -Infinity;
    for (const row of problem.demand)
      if (row.goods.includes(good))
        market.set(nodeOf(problem, row.region, good), onePrice(builder.price(good, lower)));
    const owners = problem.sellers.flatMap((seller, s) => (seller.good === good ? [s] : []));
    const parts = [
      ...owners.map((s) => [s, reached[s]] as const),
      [-1, competitiveReach(problem, ownership, good)] as const,
    ];
    const list = parts
      .filter(([, regions]) => regions.includes(1))
      .map(([seller, regions]): Commodity => {
        const places = Array.from(regions, (there) =>
          there ? onePrice(builder.price(good, lower)) : undefined,
        );
        return { good, seller, place: (region) => places[region] };
      });
    commodities.set(good, list);
    for (const commodity of list) sales.push(...addSales(problem, builder, commodity, market));
  }
  return { market, commodities, sales };
}

/** What the seller's own unit costs there ≥ what the market pays for it, and equal where it sells; its market power is added later. */
function addSales(
  problem: MarketProblem,
  builder: UnitBuilder,
  { good, seller, place }: Commodity,
  market: ReadonlyMap<number, Place>,
): Sale[] {
  return problem.regions.flatMap((_, region) => {
    const own = place(region);
    const at = market.get(nodeOf(problem, region, good));
    if (!own || !at) return [];
    const held =
      seller >= 0 && problem.sellers[seller].kind === "leader" ? problem.leaderSales?.get(region) : undefined;
    const sold = held === undefined ? builder.quantity(good) : builder.given(good, held);
    builder.linear(own.leavesFrom, sold, -1);
    builder.linear(at.arrivesInto, sold, 1);
    addTo(builder, sold, own.leave, 1);
    addTo(builder, sold, at.arrive, -1);
    return [{ seller, region, good, unknown: sold }];
  });
}

/** ∂price/∂sale of a leader's markets, by (row, column) of its sales. */
export type LeaderSlopes = ReadonlyMap<number, readonly (readonly number[])[]>;

/**
 * What each seller knows of its price: the conditions of its sales gain −Σ ∂price/∂sale · sale.
 * A Cournot seller takes the slope of demand; a leader the slope that its rivals' answers leave.
 */
export function addMarketPower(
  problem: MarketProblem,
  builder: UnitBuilder,
  sales: readonly Sale[],
  demandOf: (row: CurveRow) => readonly (readonly number[])[],
  leaderSlopes: LeaderSlopes,
): void {
  problem.sellers.forEach((seller, s) => {
    const own = sales.filter((sale) => sale.seller === s);
    const slopes = leaderSlopes.get(s);
    if (slopes !== undefined) {
      own.forEach((row, r) => {
        own.forEach((column, c) => {
          builder.linear(row.unknown, column.unknown, -slopes[r][c]);
        });
      });
      return;
    }
    for (const sale of own) addCournot(problem, builder, sale, sales, demandOf);
  });
}

function addCournot(
  problem: MarketProblem,
  builder: UnitBuilder,
  sale: Sale,
  sales: readonly Sale[],
  demandOf: (row: CurveRow) => readonly (readonly number[])[],
): void {
  const demand = problem.demand.find((row) => row.region === sale.region && row.goods.includes(sale.good));
  if (!demand) return;
  const slope = priceSlope(demand.curve);
  const mine = demand.goods.indexOf(sale.good);
  if (slope?.constant !== undefined) {
    const id = problem.sellers[sale.seller].id;
    for (const other of sales) {
      if (other.seller < 0 || other.region !== sale.region || problem.sellers[other.seller].id !== id)
        continue;
      const theirs = demand.goods.indexOf(other.good);
      if (theirs >= 0) builder.linear(sale.unknown, other.unknown, -slope.constant[theirs][mine]);
    }
  } else if (slope?.at !== undefined) {
    builder.term(marginTerm(sale.unknown, demandOf(demand)[mine][0], slope.at));
  }
}

/** −price′(demand)·sale. */
function marginTerm(sale: number, demand: number, slope: (q: number, order: 1 | 2) => number) {
  return {
    entries: [
      [sale, sale],
      [sale, demand],
    ] as const,
    residual(x: Float64Array, f: Float64Array) {
      f[sale] -= slope(x[demand], 1) * x[sale];
    },
    jacobian(x: Float64Array, values: Float64Array, slots: Int32Array) {
      values[slots[0]] -= slope(x[demand], 1);
      values[slots[1]] -= slope(x[demand], 2) * x[sale];
    },
  };
}
