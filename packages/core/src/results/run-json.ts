import type { Identities } from "../accounts/identities.js";
import type { Issue } from "../errors/issue.js";
import { endStocks, type EndStock } from "./end-stocks.js";
import { aligned } from "./aligned.js";
import { defaultSeries } from "./default-series.js";
import type { Assumed } from "./metric-reference.js";
import { parseMetricReferences } from "./metric-references.js";
import type { Dimension } from "./metrics/metric.js";
import { metricOf, metrics } from "./metrics/registry.js";
import { presentValue } from "./present-value.js";
import type { RunResult, SolverSummary } from "./run-result.js";
import { seriesOf, type Series } from "./series.js";

export interface Versions {
  readonly didym: string;
  readonly model: string;
  readonly data: string;
}

/**
 * One row of `series`: metric, its dimensions by name, unit, one value a year; 0 in years without meaning, which stand in `void`, and in
 * `againstVoid` for the compared run.
 */
export type SeriesJson = { readonly metric: string } & Readonly<Partial<Record<Dimension, string>>> & {
    readonly unit: string;
    readonly values: readonly number[];
    readonly against?: readonly number[];
    readonly void?: readonly number[];
    readonly againstVoid?: readonly number[];
  };

export interface PresentValue {
  readonly metric: string;
  readonly region?: string;
  readonly kind?: string;
  readonly lever?: string;
  readonly value: number;
  readonly rate: number;
  readonly asOf: number;
}

export interface RunJson {
  readonly schema: "didym/run@1";
  readonly versions: Versions;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly against: string;
  readonly years: readonly number[];
  readonly identities: Identities;
  readonly series: readonly SeriesJson[];
  readonly presentValues: readonly PresentValue[];
  readonly endStocks?: readonly EndStock[];
  readonly warnings: readonly Issue[];
  readonly assumed?: readonly Assumed[];
  readonly solver: SolverSummary & { readonly milliseconds?: number };
}

export interface RunJsonOptions {
  readonly versions: Versions;
  readonly scenarioHash: string;
  /** Metric references; without them all series that say something. */
  readonly select?: readonly string[];
  readonly milliseconds?: number;
}

/** The answer of `run --json`. Present values are differences from `against` where there is one; else of money paid and received only. */
export function toRunJson(
  result: RunResult,
  compared: RunResult | undefined,
  options: RunJsonOptions,
): RunJson {
  const against = compared === undefined ? undefined : aligned(compared, result);
  const references = options.select && parseMetricReferences(options.select, result);
  const series =
    references?.map(({ metric, names }) => seriesOf(result, metric, names)) ?? defaultSeries(result, against);
  const assumed = references?.flatMap((reference) => reference.assumed) ?? [];
  const stocks = endStocks(result);
  const rows = series.map((row) => rowOf(row, against));
  return {
    schema: "didym/run@1",
    versions: options.versions,
    scenario: result.scenario,
    scenarioHash: options.scenarioHash,
    against: against?.scenario ?? "none",
    years: result.years,
    identities: result.identities,
    series: rows,
    presentValues: presentValues(result, against),
    ...(stocks.length > 0 && { endStocks: stocks }),
    warnings: result.warnings,
    ...(assumed.length > 0 && { assumed }),
    solver: {
      ...result.solver,
      ...(options.milliseconds !== undefined && { milliseconds: options.milliseconds }),
    },
  };
}

function rowOf(
  { metric, names, unit, values, void: empty }: Series,
  against: RunResult | undefined,
): SeriesJson {
  const other = against === undefined ? undefined : seriesOf(against, metricOf(metric)!, names);
  return {
    metric,
    ...names,
    unit,
    values,
    ...(other !== undefined && { against: other.values }),
    ...(empty.length > 0 && { void: empty }),
    ...(other !== undefined && other.void.length > 0 && { againstVoid: other.void }),
  };
}

const paidAndReceived = ["revenue", "fiscal-cost"];

function presentValues(result: RunResult, against: RunResult | undefined): PresentValue[] {
  const { discountRate: rate, valuationYear: asOf } = result.frame.parameters;
  const money = metrics.filter(
    ({ money: adds, id }) => adds && (against !== undefined || paidAndReceived.includes(id)),
  );
  const ids = new Set(money.map(({ id }) => id));
  return defaultSeries(result)
    .filter(({ metric }) => ids.has(metric))
    .map((series) => {
      const other =
        against === undefined ? undefined : seriesOf(against, metricOf(series.metric)!, series.names).values;
      const values = series.values.map((value, i) => value - (other?.[i] ?? 0));
      return {
        metric: series.metric,
        ...series.names,
        value: presentValue(values, result.years, rate, asOf),
        rate,
        asOf,
      };
    });
}
