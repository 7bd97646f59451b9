import type { Text } from "../chain/chain.js";
import { exp, log } from "../numeric/elementary.js";

/** One figure predicted and observed. */
export interface BacktestRow {
  readonly case: string;
  readonly series: string;
  readonly what: Text;
  readonly date: string;
  readonly unit: string;
  readonly predicted: number;
  readonly observed: number;
  /** Prices: ln(predicted/observed). Volumes: predicted/observed − 1. */
  readonly error: number;
  /** Prediction at the model's own values where `predicted` takes parameters fitted elsewhere. */
  readonly own?: number;
  readonly sources: readonly string[];
  readonly grade: string;
}

export interface BacktestSummary {
  readonly case: string;
  readonly series: string;
  /** √ mean of squared ln(predicted/observed). */
  readonly rmseLog: number;
  /** The same of `own`, where every row has one. */
  readonly ownRmseLog?: number;
  /** Mean of `error`. */
  readonly meanError: number;
  readonly n: number;
  readonly verdict: Verdict;
}

export interface FittedParameter {
  readonly parameter: string;
  readonly value: number;
  /** The case it was fitted on; it is used unchanged elsewhere. */
  readonly case: string;
}

export interface Backtest {
  readonly rows: readonly BacktestRow[];
  readonly summary: readonly BacktestSummary[];
  readonly fitted: readonly FittedParameter[];
}

/** How near a series came, by its root mean square error in logs. */
export type Verdict = "close" | "near" | "off" | "missed";

const verdicts: readonly (readonly [Verdict, number])[] = [
  ["close", 1.1],
  ["near", 1.25],
  ["off", 2],
];

/** `close` within 10%, `near` within 25%, `off` within a factor of two, else `missed`. */
export function verdictOf(rmseLog: number): Verdict {
  const factor = exp(rmseLog);
  return verdicts.find(([, most]) => factor <= most)?.[0] ?? "missed";
}

export function errorOf(predicted: number, observed: number, unit: string): number {
  return unit === "t/y" ? predicted / observed - 1 : log(predicted / observed);
}

/** Errors by case and series, in the order of the rows. Rows without a positive prediction and observation are left out. */
export function summarise(rows: readonly BacktestRow[]): BacktestSummary[] {
  const groups = new Map<string, BacktestRow[]>();
  for (const row of rows) {
    if (!(row.predicted > 0 && row.observed > 0)) continue;
    const key = `${row.case} ${row.series}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const rmseLog = rmseOf(group, ({ predicted }) => predicted);
    const own = group.every((row) => row.own !== undefined && row.own > 0);
    return {
      case: group[0].case,
      series: group[0].series,
      rmseLog,
      ...(own && { ownRmseLog: rmseOf(group, (row) => row.own!) }),
      meanError: group.reduce((sum, { error }) => sum + error, 0) / group.length,
      n: group.length,
      verdict: verdictOf(rmseLog),
    };
  });
}

function rmseOf(group: readonly BacktestRow[], predicted: (row: BacktestRow) => number): number {
  const squares = group.reduce((sum, row) => sum + square(log(predicted(row) / row.observed)), 0);
  return Math.sqrt(squares / group.length);
}

const square = (value: number): number => value * value;
