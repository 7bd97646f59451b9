import type { Payer } from "../market/market.js";

/** What each treasury pays by lever, kUSD/y: one array over regions per lever; negative where it is paid back. */
export class Payments {
  private readonly byLever = new Map<string, Float64Array>();

  constructor(private readonly regions: number) {}

  /** Adds an amount to the account of a lever, split among its payers. */
  add(lever: string, amount: number, payers: readonly Payer[]): void {
    if (amount === 0) return;
    const account = this.account(lever);
    for (const { region, share } of payers) account[region] += amount * share;
  }

  account(lever: string): Float64Array {
    let account = this.byLever.get(lever);
    if (account === undefined) this.byLever.set(lever, (account = new Float64Array(this.regions)));
    return account;
  }

  entries(): readonly (readonly [lever: string, byRegion: Float64Array])[] {
    return [...this.byLever];
  }

  /** Sum over levers of what a region pays. */
  total(region: number): number {
    let total = 0;
    for (const account of this.byLever.values()) total += account[region];
    return total;
  }
}
