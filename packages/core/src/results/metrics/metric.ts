import type { Places } from "../places.js";
import type { RunResult } from "../run-result.js";
import type { YearView } from "../year-view.js";

export type Dimension = "good" | "stage" | "region" | "plant" | "endUse" | "partner" | "kind" | "lever";

/**
 * What a metric is asked for, by index; a group of regions or goods is a set, so that ratios come from summed parts and prices are
 * weighted by use. Absent = all.
 */
export interface Query {
  readonly goods: readonly number[];
  readonly regions: ReadonlySet<number>;
  /** Origins and buyers of these goods in these regions. */
  readonly origins: readonly number[];
  readonly buyers: readonly number[];
  readonly places: Places;
  readonly partners: ReadonlySet<number> | undefined;
  readonly stage: string | undefined;
  readonly endUse: string | undefined;
  readonly kind: string | undefined;
  readonly lever: string | undefined;
  readonly plant: string | undefined;
}

export interface Metric {
  readonly id: string;
  readonly dimensions: readonly Dimension[];
  readonly unit: string;
  /** How years add up to a present value: money flows do, the rest does not. */
  readonly money: boolean;
  /** Value in one year; undefined where it has no meaning (no flow, no use). */
  readonly value: (view: YearView, query: Query, result: RunResult) => number | undefined;
}
