import type { BacktestSummary } from "./backtest.js";

/** The error of a series as it was when the page was last written. */
export interface ExpectedError {
  readonly case: string;
  readonly series: string;
  readonly rmseLog: number;
}

/** A change of the error in logs that is no rounding. */
const TOLERANCE = 0.05;

/** Series whose error has moved, or that have no expected error, as `case series`. */
export function drift(
  summary: readonly BacktestSummary[],
  expected: readonly ExpectedError[],
): readonly string[] {
  const known = new Map(expected.map((row) => [`${row.case} ${row.series}`, row.rmseLog]));
  return summary.flatMap((row) => {
    const key = `${row.case} ${row.series}`;
    const before = known.get(key);
    return before === undefined || Math.abs(row.rmseLog - before) > TOLERANCE ? [key] : [];
  });
}
