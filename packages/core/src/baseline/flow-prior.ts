import type { Chain } from "../chain/chain.js";
import { pow } from "../numeric/elementary.js";
import { furness } from "./furness.js";
import type { FoundTrade } from "./found-year.js";
import { matchesGood, regionsOf } from "./matching.js";

export interface PriorFlow {
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

/**
 * Who buys from whom where no figure says so: a gravity prior (size of both, distance to a power, what the table of routes says
 * of one good or route), brought to what each region sells and uses.
 *
 * @param supply t/y by region after disposal; scaled to the sum of `use`.
 */
export function flowPrior(
  chain: Pick<Chain, "regions" | "groups">,
  trade: FoundTrade,
  good: string,
  supply: ReadonlyMap<string, number>,
  use: ReadonlyMap<string, number>,
): PriorFlow[] {
  const factor = routeFactors(chain, trade, good);
  const position = new Map(chain.regions.map((region, i) => [region.id, i]));
  const origins = [...supply.keys()];
  const buyers = [...use.keys()];
  const total = (side: ReadonlyMap<string, number>): number =>
    [...side.values()].reduce((sum, value) => sum + value, 0);
  const scale = total(use) / total(supply);
  const weights = origins.map((from) =>
    buyers.map((to) => {
      const apart =
        from === to ? trade.homeDistance : Math.max(trade.homeDistance, distance(trade, position, from, to));
      return supply.get(from)! * use.get(to)! * factor(from, to) * pow(apart / 1000, -trade.distanceDecay);
    }),
  );
  const rows = origins.map((from) => supply.get(from)! * scale);
  const columns = buyers.map((to) => use.get(to)!);
  const flows = furness(weights, rows, columns, { rounds: 60, tolerance: 1e-6 });
  return origins.flatMap((from, i) =>
    buyers.flatMap((to, j) => (flows[i][j] > 0 ? [{ from, to, quantity: flows[i][j] }] : [])),
  );
}

function distance(
  trade: FoundTrade,
  position: ReadonlyMap<string, number>,
  from: string,
  to: string,
): number {
  return trade.distance[position.get(from)!][position.get(to)!];
}

/** How much more (or less, 0 = closed) a route carries than size and distance say: the last row of the table that names the good and the route; 1 where none does. */
export function routeFactors(
  chain: Pick<Chain, "regions" | "groups">,
  trade: FoundTrade,
  good: string,
): (from: string, to: string) => number {
  const rows = trade.routes.filter((row) => matchesGood(row.good, good));
  const sides = rows.map((row) => ({
    ...row,
    origins: regionsOf(chain, row.from),
    buyers: regionsOf(chain, row.to),
  }));
  return (from, to) =>
    sides.findLast((row) => row.origins.includes(from) && row.buyers.includes(to))?.factor ?? 1;
}
