import { stockValue } from "../horizon/stockpile.js";
import type { RunResult } from "./run-result.js";

/** A public stock left after the last year, valued at the lower of what it cost and the price, kUSD. */
export interface EndStock {
  readonly lever: string;
  readonly good: string;
  readonly region: string;
  readonly quantity: number;
  readonly value: number;
}

export function endStocks({ steps, end }: RunResult): EndStock[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const { market, equilibrium } = last;
  return end.stocks
    .filter(({ quantity }) => quantity > 0)
    .map((stock) => ({
      lever: stock.lever,
      good: market.goods[market.buyers.good[stock.buyer]],
      region: market.regions[market.buyers.region[stock.buyer]],
      quantity: stock.quantity,
      value: stockValue(stock, equilibrium.usePrice),
    }));
}
