import type { Dimension, Metric, Query } from "./metrics/metric.js";
import { goodsMatching, parseMetricReference, type MetricReference } from "./metric-reference.js";
import { parseMetricReferences } from "./metric-references.js";
import { crossings, placesOf } from "./places.js";
import { regionSet } from "./region-set.js";
import type { RunResult } from "./run-result.js";
import { yearView } from "./year-view.js";

/** One metric over the years of a run. `values` are finite, 0 in the years of `void`, in which it has no meaning. */
export interface Series {
  readonly metric: string;
  readonly names: Readonly<Partial<Record<Dimension, string>>>;
  readonly unit: string;
  readonly values: readonly number[];
  readonly void: readonly number[];
}

/** Values of a metric under names by dimension, one a year. */
export function seriesOf(
  result: RunResult,
  metric: Metric,
  names: Readonly<Partial<Record<Dimension, string>>>,
): Series {
  const query = queryOf(result, names);
  const empty: number[] = [];
  const values = result.steps.map((step) => {
    const value = metric.value(yearView(step), query, result);
    if (value !== undefined && Number.isFinite(value)) return value;
    empty.push(step.year);
    return 0;
  });
  return { metric: metric.id, names, unit: metric.unit, values, void: empty };
}

/** One figure: a reference in its year, by default the last; undefined where it has no meaning. */
export function valueOf(result: RunResult, reference: MetricReference | string): number | undefined {
  const { metric, names, year } =
    typeof reference === "string" ? parseMetricReference(reference, result) : reference;
  const step = result.steps.find((candidate) => candidate.year === (year ?? result.years.at(-1)))!;
  return metric.value(yearView(step), queryOf(result, names), result);
}

/** Series of several references. */
export function select(result: RunResult, references: readonly string[]): Series[] {
  return parseMetricReferences(references, result).map(({ metric, names }) =>
    seriesOf(result, metric, names),
  );
}

const direct = "direct";

function queryOf(result: RunResult, names: Readonly<Partial<Record<Dimension, string>>>): Query {
  const { calibration } = result.frame;
  const { chain, goods: all, regions: ids } = calibration;
  const set = (name: string) => regionSet(chain, result.members, name) ?? new Set<number>();
  const goods = names.good === undefined ? all.map((_, i) => i) : goodsMatching(names.good, result);
  const regions = set(names.region ?? "world");
  const places = placesOf(calibration);
  return {
    goods,
    regions,
    places,
    origins: crossings(places.originAt, goods, regions, ids.length),
    buyers: crossings(places.buyerAt, goods, regions, ids.length),
    partners: names.partner === undefined ? undefined : set(names.partner),
    stage: names.stage,
    endUse: names.endUse,
    kind: names.kind ?? (names.stage === undefined ? undefined : direct),
    lever: names.lever,
    plant: names.plant,
  };
}
