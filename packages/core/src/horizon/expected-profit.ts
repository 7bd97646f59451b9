import { contractPayment } from "../accounts/node-margin.js";
import type { Market } from "../market/market.js";
import { termShare } from "./annuity.js";
import { profitPerCapacity, type Investor } from "./investor.js";

/** A payment per tonne of level, from a year to a year, both included. */
export interface TermPayment {
  readonly perTonne: number;
  readonly since: number;
  readonly until: number;
}

/** First and last year that investors count on a lever. */
export type TermOf = (lever: string) => { readonly since: number; readonly until: number };

/** Payments of contracts and supports in force, per node, at the prices that investors see. */
export function termPayments(
  market: Market,
  price: Float64Array,
  termOf: TermOf,
): ReadonlyMap<number, TermPayment[]> {
  const byNode = new Map<number, TermPayment[]>();
  const add = (node: number, lever: string, perTonne: number): void => {
    if (perTonne === 0) return;
    byNode.set(node, [...(byNode.get(node) ?? []), { perTonne, ...termOf(lever) }]);
  };
  const { nodes, origins } = market;
  for (const contract of market.contracts) {
    const { node, good, coverage, lever } = contract;
    let made = 0;
    for (let i = nodes.outStart[node]; i < nodes.outStart[node + 1]; i++) {
      if (origins.good[nodes.outOrigin[i]] === good) made += nodes.outCoefficient[i];
    }
    add(node, lever, made * coverage * contractPayment(contract, price));
  }
  for (const { node, lever, perTonne } of market.supports) add(node, lever, perTonne);
  return byNode;
}

/** Σ out·π − Σ in·P − cost at given origin and use prices, kUSD/t, without support. */
export function bareMargin(
  { nodes }: Market,
  k: number,
  price: Float64Array,
  usePrice: Float64Array,
): number {
  let margin = -nodes.cost[k];
  for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
    margin += nodes.outCoefficient[i] * price[nodes.outOrigin[i]];
  for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++)
    margin -= nodes.inCoefficient[i] * usePrice[nodes.inBuyer[i]];
  return margin;
}

/**
 * E[PS/K]: soft-plus profit per t/y, mean over the discounted life from `service` on, each payment counted for its legal term and not
 * beyond. kUSD per t/y a year.
 */
export function expectedProfit(
  { nodes }: Market,
  investor: Investor,
  margin: number,
  payments: readonly TermPayment[],
  service: number,
): number {
  const profit = (m: number) => profitPerCapacity(nodes.cost[investor.node], nodes.gamma[investor.node], m);
  if (payments.length === 0) return profit(margin);
  const yearsFrom = (year: number) => Math.min(Math.max(year - service, 0), investor.life);
  const bounds = payments.flatMap(({ since, until }) => [yearsFrom(since), yearsFrom(until + 1)]);
  const marks = [...new Set([0, ...bounds, investor.life])].sort((a, b) => a - b);
  let sum = 0;
  for (let i = 1; i < marks.length; i++) {
    const [from, to] = [marks[i - 1], marks[i]];
    let paid = 0;
    for (const { perTonne, since, until } of payments) {
      if (yearsFrom(since) <= from && yearsFrom(until + 1) >= to) paid += perTonne;
    }
    const share =
      termShare(to, investor.costOfCapital, investor.life) -
      termShare(from, investor.costOfCapital, investor.life);
    sum += share * profit(margin + paid);
  }
  return sum;
}
