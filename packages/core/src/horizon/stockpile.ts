import type { Market, StockOrder } from "../market/market.js";
import type { Stock } from "./state.js";

/** Holds releases to what their lever has in stock: a market with the orders that can be met. */
export function withAvailableReleases(market: Market, stocks: readonly Stock[]): Market {
  const orders = market.stockOrders.map((order) => held(order, stocks));
  if (orders.every((order, i) => order === market.stockOrders[i])) return market;
  const stockBuild = new Float64Array(market.buyers.count);
  for (const { buyer, quantity } of orders) stockBuild[buyer] += quantity;
  return { ...market, stockOrders: orders, buyers: { ...market.buyers, stockBuild } };
}

function held(order: StockOrder, stocks: readonly Stock[]): StockOrder {
  if (order.quantity >= 0) return order;
  const stock =
    stocks.find(({ lever, buyer }) => lever === order.lever && buyer === order.buyer)?.quantity ?? 0;
  return -order.quantity <= stock ? order : { ...order, quantity: -stock };
}

/** Stocks after the year's orders; a release takes its share of what the stock had cost. */
export function nextStocks(
  stocks: readonly Stock[],
  orders: readonly StockOrder[],
  usePrice: Float64Array,
): readonly Stock[] {
  if (orders.length === 0) return stocks;
  const next = stocks.map((stock) => ({ ...stock }));
  for (const { lever, buyer, quantity } of orders) {
    let stock = next.find((candidate) => candidate.lever === lever && candidate.buyer === buyer);
    if (stock === undefined) next.push((stock = { lever, buyer, quantity: 0, cost: 0 }));
    stock.cost +=
      quantity >= 0
        ? quantity * usePrice[buyer]
        : stock.quantity > 0
          ? (stock.cost * quantity) / stock.quantity
          : 0;
    stock.quantity += quantity;
  }
  return next;
}

/** Value of what is left, at the lower of cost and price, kUSD. */
export function stockValue({ buyer, quantity, cost }: Stock, usePrice: Float64Array): number {
  return Math.min(cost, quantity * usePrice[buyer]);
}
