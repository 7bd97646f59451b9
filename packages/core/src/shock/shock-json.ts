import type { Identities } from "../accounts/identities.js";
import type { RunResult } from "../results/run-result.js";
import { parseMetricReference, seriesOf } from "../results/index.js";
import type { ShockResult } from "./shock.js";

export interface ShockSeries {
  readonly metric: string;
  readonly endUse?: string;
  readonly good?: string;
  readonly region: string;
  readonly unit: string;
  /** One a month, at yearly rates; months whose figure has no meaning stand in `void`. */
  readonly values: readonly number[];
  /** The year without the stop. */
  readonly before: number;
  readonly void?: readonly number[];
}

export interface ShockJson {
  readonly months: readonly number[];
  /** Months with the stop; later ones are recovery. */
  readonly stopped: number;
  /** Largest violation over the year before and all months, relative to gross turnover. */
  readonly identities: Identities;
  readonly series: readonly ShockSeries[];
  readonly totals: {
    readonly loss: Readonly<Record<string, number>>;
    readonly valueAddedAtRisk: Readonly<Record<string, number>>;
  };
}

/** Unmet use by end use and region, prices and use of the stopped goods inside and outside, stores that remain. */
export function toShockJson(result: ShockResult): ShockJson {
  const { months, run, spec } = result;
  const { calibration } = run.frame;
  const asRun: RunResult = {
    ...run,
    steps: [result.before, ...months.map(({ step, month }) => ({ ...step, year: month }))],
  };
  const places = [...spec.to, "members", "non-members", "world", ...spec.by].filter(
    (place, i, all) => all.indexOf(place) === i,
  );
  const series: ShockSeries[] = [];
  const add = (metric: string, dimension: "endUse" | "good", id: string, region: string): void => {
    const reference =
      dimension === "good" ? `${metric}[${id},${region}]` : `${metric}[endUse=${id},region=${region}]`;
    const parsed = parseMetricReference(reference, run);
    const { values, unit, void: empty } = seriesOf(asRun, parsed.metric, parsed.names);
    const [before, ...rest] = values;
    if (before === 0 && rest.every((value) => value === 0)) return;
    const gone = empty.filter((month) => month !== spec.year);
    series.push({
      metric,
      [dimension]: id,
      region,
      unit,
      values: rest,
      before,
      ...(gone.length > 0 && { void: gone }),
    });
  };
  for (const use of calibration.chain.endUses)
    for (const place of places) add("unmet", "endUse", use.id, place);
  for (const good of spec.goods) for (const place of places) add("price", "good", good, place);
  for (const good of spec.goods) for (const place of places) add("use", "good", good, place);
  series.push(...storeSeries(result));
  const named = (values: Float64Array) =>
    Object.fromEntries(calibration.regions.map((id, r) => [id, values[r]]));
  return {
    months: months.map(({ month }) => month),
    stopped: months.filter(({ stopped }) => stopped).length,
    identities: worstOf([result.before, ...months.map(({ step }) => step)]),
    series,
    totals: { loss: named(result.loss), valueAddedAtRisk: named(result.valueAddedAtRisk) },
  };
}

/** Stores by good and region, t at the end of each month. */
function storeSeries({ months, spec, before }: ShockResult): ShockSeries[] {
  const { buyers, regions, goods } = before.market;
  const series: ShockSeries[] = [];
  for (let b = 0; b < buyers.count; b++) {
    const [good, region] = [goods[buyers.good[b]], regions[buyers.region[b]]];
    if (!spec.goods.includes(good) || !spec.to.includes(region)) continue;
    const values = months.map(({ stores }) => stores[b]);
    if (values.every((value) => value === 0)) continue;
    series.push({ metric: "stores", good, region, unit: "t", values, before: Math.max(...values) });
  }
  return series;
}

function worstOf(steps: readonly { readonly identities: Identities }[]): Identities {
  const most = (kind: keyof Identities) => Math.max(0, ...steps.map(({ identities }) => identities[kind]));
  return { mass: most("mass"), value: most("value"), money: most("money"), welfare: most("welfare") };
}
