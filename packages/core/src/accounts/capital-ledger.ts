/**
 * Charges that the years bring beside the market: annuities of plants built since the base year, their public support, programmes
 * of know-how and qualification, restarts, money conceded. kUSD/y.
 */
export interface CapitalLedger {
  /** Full annuity of capacity in service, per node. */
  readonly charge: Float64Array;
  /** Transfers from treasuries to the owners of nodes: shares of outlay, points off the cost of capital, equity; per node. */
  readonly support: Float64Array;
  /** The same as bills to those who pay: their sum is the sum of `support`. */
  readonly bills: readonly CapitalBill[];
  /** Real cost of programmes and restarts, borne by the region that pays. */
  readonly programmes: readonly Programme[];
  /** Money that one region gives another: no real cost, the world's sum is zero. */
  readonly concessions: readonly Concession[];
}

export interface Concession {
  readonly lever: string;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

export interface CapitalBill {
  readonly lever: string;
  readonly amount: number;
  readonly payers: readonly { readonly region: number; readonly share: number }[];
}

export interface Programme {
  readonly lever: string;
  readonly region: number;
  readonly amount: number;
}

export function emptyLedger(nodes: number): CapitalLedger {
  return {
    charge: new Float64Array(nodes),
    support: new Float64Array(nodes),
    bills: [],
    programmes: [],
    concessions: [],
  };
}
