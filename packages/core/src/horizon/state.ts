import type { StartPoint } from "../market/market.js";

/** Everything one year hands to the next. Plain data; arrays are never changed once a state exists. */
export interface State {
  readonly year: number;
  /** Plants built since the base year, in service or under construction, in the order of their start. */
  readonly vintages: readonly Vintage[];
  /** Cumulative share gone ahead, per investor. */
  readonly goneAhead: Float64Array;
  /** Margin that investors expect before support, kUSD/t, per investor. */
  readonly expectedMargin: Float64Array;
  readonly knowHow: KnowHow;
  /** Public stocks by lever and buyer. */
  readonly stocks: readonly Stock[];
  /** Magnets put into use, t, one array over the uses' goods per year since the base year. */
  readonly cohorts: readonly Float64Array[];
  readonly habit: Float64Array;
  /** Share of the qualification cost that remains, per origin. */
  readonly unqualified: Float64Array;
  /** Years in a row below the mothballing threshold, and the share of capacity mothballed, per node. */
  readonly lowYears: Int32Array;
  readonly mothballed: Float64Array;
  /** Restart cost that this year's decisions bring next year, kUSD, per node. */
  readonly restartCost: Float64Array;
  /** Where the next year's solution may begin. */
  readonly start?: StartPoint;
}

export interface Vintage {
  readonly node: number;
  readonly started: number;
  readonly service: number;
  readonly capacity: number;
  /** Annuity per t/y of level at the region's own cost of capital, kUSD. */
  readonly charge: number;
  readonly support: readonly VintageSupport[];
}

export interface VintageSupport {
  readonly lever: string;
  /** kUSD a year per t/y of level. */
  readonly perTonne: number;
  readonly payers: readonly { readonly region: number; readonly share: number }[];
}

export interface KnowHow {
  /** Cumulative output, t of level, regions × kinds. */
  readonly experience: Float64Array;
  /** Access to a donor's experience gained by technology transfer, 0–1, and that experience's owner (−1 none), regions × kinds. */
  readonly access: Float64Array;
  readonly donor: Int32Array;
  /** Lowest cost factor reached, regions × kinds: know-how is not forgotten. */
  readonly reached: Float64Array;
}

export interface Stock {
  readonly lever: string;
  readonly buyer: number;
  readonly quantity: number;
  /** What was paid for it, kUSD. */
  readonly cost: number;
}
