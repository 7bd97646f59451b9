/**
 * Charges that the years bring beside the market: annuities of plants built since the base year, their public support, programmes
 * of know-how and qualification, restarts. kUSD/y.
 */
export interface CapitalLedger {
  /** Full annuity of capacity in service, per node. */
  readonly charge: Float64Array;
  /** Transfers from treasuries to the owners of nodes: shares of outlay, points off the cost of capital, equity. */
  readonly support: readonly CapitalSupport[];
  /** Real cost of programmes and restarts, borne by the region that pays. */
  readonly programmes: readonly Programme[];
}

export interface CapitalSupport {
  readonly lever: string;
  readonly node: number;
  readonly amount: number;
  readonly payers: readonly { readonly region: number; readonly share: number }[];
}

export interface Programme {
  readonly lever: string;
  readonly region: number;
  readonly amount: number;
}

export function emptyLedger(nodes: number): CapitalLedger {
  return { charge: new Float64Array(nodes), support: [], programmes: [] };
}
