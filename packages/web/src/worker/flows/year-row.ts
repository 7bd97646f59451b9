import type { RunResult } from "@didym/core/results";

export interface GoodFlows {
  readonly made: readonly { readonly region: string; readonly tonnes: number }[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly tonnes: number }[];
}

/** The solved year of a run. */
export function yearRow(result: RunResult, year: number): RunResult["steps"][number] | undefined {
  return result.steps.find((step) => step.year === year);
}
