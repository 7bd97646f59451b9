import type { Payer } from "../market/market.js";

/** What each treasury pays by lever, kUSD/y: one array over regions per lever; negative where it is paid back. Plain data. */
export type Payments = ReadonlyMap<string, Float64Array>;

/** Adds an amount to the account of a lever, split among its payers; `regions` is the length of an account. */
export function pay(
  payments: Map<string, Float64Array>,
  regions: number,
  lever: string,
  amount: number,
  payers: readonly Payer[],
): void {
  if (amount === 0) return;
  let account = payments.get(lever);
  if (account === undefined) payments.set(lever, (account = new Float64Array(regions)));
  for (const { region, share } of payers) account[region] += amount * share;
}

/** Sum over levers of what a region pays. */
export function paidBy(payments: Payments, region: number): number {
  let total = 0;
  for (const account of payments.values()) total += account[region];
  return total;
}
