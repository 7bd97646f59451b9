import type { OwnerShare } from "../baseline/baseline.js";

/** What levers may know of the base year, in the index spaces of the year's market: 0 for what did not exist then. */
export interface MarketBase {
  readonly year: number;
  /** t/y, one entry an arc. */
  readonly flow: Float64Array;
  /** Level and capacity, t/y of level, one entry a node. */
  readonly level: Float64Array;
  readonly capacity: Float64Array;
  /** kUSD/t, one entry an origin. */
  readonly originPrice: Float64Array;
  /** One entry a node. */
  readonly nodes: readonly NodeIdentity[];
}

export interface NodeIdentity {
  /** Evidence id of the plant, or id of the project. */
  readonly plant?: string;
  readonly technology: string;
  readonly owners: readonly OwnerShare[];
}
