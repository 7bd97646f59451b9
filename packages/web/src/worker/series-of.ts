import { metricOf, parseMetricReference, seriesOf, type RunResult } from "@didym/core/results";

/** One metric over the years of a run and of the run it is compared with; undefined where it has no meaning. */
export interface Row {
  readonly metric: string;
  readonly unit: string;
  readonly values: readonly (number | undefined)[];
  readonly against: readonly (number | undefined)[] | undefined;
}

/** Rows by reference (`price[oxide.NdPr,JPN]`). References without meaning in the run are left out. */
export function rowsOf(
  references: readonly string[],
  result: RunResult,
  against: RunResult | undefined,
): Record<string, Row> {
  const rows: Record<string, Row> = {};
  for (const text of references) {
    const { metric, names } = parseMetricReference(text, result);
    const values = (of: RunResult): (number | undefined)[] => {
      const series = seriesOf(of, metricOf(metric.id) ?? metric, names);
      return series.values.map((value, i) => (series.void.includes(of.years[i] ?? 0) ? undefined : value));
    };
    rows[text] = {
      metric: metric.id,
      unit: metric.unit,
      values: values(result),
      against: against && values(against),
    };
  }
  return rows;
}
