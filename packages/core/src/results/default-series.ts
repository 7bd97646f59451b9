import { leversOf, namesOf } from "./metric-reference.js";
import type { Dimension, Metric } from "./metrics/metric.js";
import { revenueKinds } from "./metrics/money.js";
import { metricOf, metrics } from "./metrics/registry.js";
import { crossings, placesOf } from "./places.js";
import { regionNames, regionSet } from "./region-set.js";
import type { RunResult } from "./run-result.js";
import { seriesOf, type Series } from "./series.js";

type Names = Partial<Record<Dimension, string>>;

/** Stops are solved only for who asks for their loss. */
const shown = metrics.filter(({ id }) => id !== "expected-disruption-loss");

/** Partners and importers below this share of the use are left out unless asked for. */
const leastShare = 0.01;

/**
 * All series of a run that say something: every metric by single region and by group, goods one by one. Series with no meaning in any
 * year, or always zero, are left out, and so are imports and exposures that stay below 1% of the importer's use. What speaks in the
 * compared run alone is kept.
 */
export function defaultSeries(
  result: RunResult,
  against?: RunResult,
  of: readonly Metric[] = shown,
): Series[] {
  return of.flatMap((metric) =>
    combinations(metric, result, against)
      .map((names) => seriesOf(result, metric, names))
      .filter(
        (series) =>
          speaks(series, result) ||
          (against !== undefined && speaks(seriesOf(against, metric, series.names), against)),
      ),
  );
}

function speaks(series: Series, result: RunResult): boolean {
  if (series.void.length === series.values.length || series.values.every((value) => value === 0))
    return false;
  if (series.metric === "exposure") return series.values.some((value) => value >= leastShare);
  if (series.metric !== "imports-from") return true;
  const used = usedBy(series.names, result);
  return series.values.some((value, i) => value >= leastShare * used[i] && value > 0);
}

function combinations(metric: Metric, result: RunResult, against: RunResult | undefined): Names[] {
  let list: Names[] = [{}];
  for (const dimension of metric.dimensions) {
    const values = valuesOf(dimension, metric, result, against);
    list = list.flatMap((names) =>
      values.map((value) => (value === undefined ? names : { ...names, [dimension]: value })),
    );
    if (dimension === "region") list = list.filter((names) => exists(names, result));
  }
  if (metric.id === "capacity") list.push(...plants(result));
  return list.filter((names) => names.region !== names.partner || names.region === undefined);
}

/** undefined = the dimension left open, a sum over all. */
function valuesOf(
  dimension: Dimension,
  metric: Metric,
  result: RunResult,
  against: RunResult | undefined,
): readonly (string | undefined)[] {
  const { chain } = result.frame.calibration;
  switch (dimension) {
    case "region":
      return regionNames(chain);
    case "partner":
      return chain.regions.map(({ id }) => id);
    case "kind":
      return metric.id === "revenue" ? revenueKinds : ["direct", "embodied"];
    case "lever":
      return [
        undefined,
        ...new Set([...leversOf(result), ...(against === undefined ? [] : leversOf(against))]),
      ];
    case "plant":
      return [undefined];
    default:
      return namesOf(dimension, result);
  }
}

/** Whether the good is supplied or used there at all. */
function exists({ good, region }: Names, result: RunResult): boolean {
  if (good === undefined || region === undefined) return true;
  const { calibration } = result.frame;
  const { originAt, buyerAt } = placesOf(calibration);
  const set = regionSet(calibration.chain, result.members, region) ?? new Set<number>();
  const place = [calibration.goods.indexOf(good)];
  const width = calibration.regions.length;
  return crossings(originAt, place, set, width).length + crossings(buyerAt, place, set, width).length > 0;
}

function plants(result: RunResult): Names[] {
  const { nodes, goods, origins, regions } = result.frame.calibration;
  return nodes.plant.flatMap((plant, k) => {
    if (plant === undefined) return [];
    const good = goods[origins.good[nodes.outOrigin[nodes.outStart[k]]]];
    return [{ good, region: regions[nodes.region[k]], plant }];
  });
}

const known = new WeakMap<RunResult, Map<string, readonly number[]>>();

/** Use of a good in a region over the years, remembered for the many partners that ask. */
function usedBy({ good, region }: Names, result: RunResult): readonly number[] {
  let byPlace = known.get(result);
  if (byPlace === undefined) known.set(result, (byPlace = new Map<string, readonly number[]>()));
  const key = `${good ?? ""}@${region ?? ""}`;
  let values = byPlace.get(key);
  if (values === undefined) {
    const names = { ...(good !== undefined && { good }), ...(region !== undefined && { region }) };
    byPlace.set(key, (values = seriesOf(result, metricOf("use")!, names).values));
  }
  return values;
}
