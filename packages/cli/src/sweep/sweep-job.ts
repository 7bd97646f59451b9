import type { Scenario } from "@didym/core/scenario";

/** Everything a sweep's draws depend on besides program and data: plain JSON, for the cache and for workers. */
export interface SweepJob {
  /** The swept scenario first, then those that the statement names. */
  readonly scenarios: readonly Scenario[];
  /** Metric references of the swept scenario. */
  readonly references: readonly string[];
  readonly ask: string | null;
  readonly samples: number;
  readonly seed: number;
}

/** What one draw says: a row a reference, a figure a year, null where it has no meaning; or the code of why there is no answer. */
export type DrawAnswer =
  | { readonly values: readonly (readonly (number | null)[])[]; readonly holds: boolean | null }
  | { readonly failed: string };
