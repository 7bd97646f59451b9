/** One disruption: who stops which goods to whom, for how long, in which year of a run. Regions and goods by id. */
export interface ShockSpec {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly goods: readonly string[];
  readonly year: number;
  readonly months: number;
  /** Share of the flow before that still comes, 0 (a full stop) to 1 (no stop). */
  readonly remaining: number;
}

/** How stocks answer a stop; rows `shock.…` of the chain's assumptions. */
export interface StockRule {
  /** Share of the lost supply that stocks replace while they last. */
  readonly drawShare: number;
  /** Months over which what was drawn is bought back. */
  readonly refillMonths: number;
}
