import { parseMetricReference, seriesOf, type RunResult } from "@didym/core/results";

type Values = readonly (number | undefined)[];

/** One metric over the years of a run and of the run it is compared with; undefined where it has no meaning. */
export interface Row {
  readonly metric: string;
  readonly unit: string;
  readonly values: Values;
  readonly against: Values | undefined;
}

/** Figures of a run by reference, made once: what a run is compared with is asked again at every move of a slider. */
const known = new WeakMap<RunResult, Map<string, Values>>();

function valuesOf(result: RunResult, text: string): Values {
  let byText = known.get(result);
  if (byText === undefined) known.set(result, (byText = new Map()));
  let values = byText.get(text);
  if (values === undefined) {
    const { metric, names } = parseMetricReference(text, result);
    const series = seriesOf(result, metric, names);
    values = series.values.map((value, i) =>
      series.void.includes(result.years[i] ?? 0) ? undefined : value,
    );
    byText.set(text, values);
  }
  return values;
}

/** Rows by reference (`price[oxide.NdPr,JPN]`). References without meaning in the run are left out. */
export function rowsOf(
  references: readonly string[],
  result: RunResult,
  against: RunResult | undefined,
): Record<string, Row> {
  const rows: Record<string, Row> = {};
  for (const text of references) {
    const { metric } = parseMetricReference(text, result);
    rows[text] = {
      metric: metric.id,
      unit: metric.unit,
      values: valuesOf(result, text),
      against: against && valuesOf(against, text),
    };
  }
  return rows;
}
