import { contractPayment } from "../accounts/node-margin.js";
import type { Market } from "../market/market.js";
import { termShare } from "./annuity.js";
import { profitPerCapacity, type Investor } from "./investor.js";

/** A payment per tonne of level that lasts until a year. */
export interface TermPayment {
  readonly perTonne: number;
  readonly until: number;
}

/** Payments of contracts and supports in force, per node, at the prices that investors see. */
export function termPayments(
  market: Market,
  price: Float64Array,
  endOf: (lever: string) => number,
): ReadonlyMap<number, TermPayment[]> {
  const byNode = new Map<number, TermPayment[]>();
  const add = (node: number, lever: string, perTonne: number): void => {
    if (perTonne === 0) return;
    byNode.set(node, [...(byNode.get(node) ?? []), { perTonne, until: endOf(lever) }]);
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
  const ends = [...new Set(payments.map(({ until }) => until))].sort((a, b) => a - b);
  let [sum, covered] = [0, 0];
  for (const end of ends) {
    const share = termShare(end - service + 1, investor.costOfCapital, investor.life);
    if (share <= covered) continue;
    let paid = 0;
    for (const { perTonne, until } of payments) if (until >= end) paid += perTonne;
    sum += (share - covered) * profit(margin + paid);
    covered = share;
  }
  return sum + (1 - covered) * profit(margin);
}
