import { regionSet, valueOf, type MetricReference, type RunResult } from "../results/index.js";
import type { LeverReach } from "./lever-reach.js";
import { recipePath } from "./recipe-path.js";

/** A figure that may be a link, and the quantity beside which it must be no trifle; `result`: beside the change of the metric itself. */
export interface Link {
  readonly reference: string;
  readonly beside: number | "result";
  /** Share by which it must move, where quantities that hardly move decide a price. */
  readonly least?: number;
}

/** What welfare is the sum of; match cost lies within the users' surplus. */
const moneyParts = ["consumer-surplus", "producer-surplus", "revenue", "fiscal-cost"];

/** The links between a lever and a metric, in the order in which the one acts on the other. */
export function linksOf(
  reach: LeverReach,
  asked: MetricReference,
  year: number,
  without: RunResult,
  alone: RunResult,
): Link[] {
  const region = asked.names.region ?? "members";
  const look = { region, year, without, alone };
  const target = targetOf(asked, reach, look);
  const first = firstGood(reach, target, look);
  const { goods, direction } = recipePath(alone.frame.calibration, first, target ?? first);
  const links = reach.at === "border" ? atBorder(first, reach, look) : atPlants(first, reach, look);
  for (const good of goods.slice(1)) links.push(...stageLinks(good, direction, look));
  if (asked.metric.id === "welfare")
    for (const part of moneyParts)
      links.push({ reference: `${part}[region=${region},${year}]`, beside: "result" });
  return links;
}

interface Look {
  readonly region: string;
  readonly year: number;
  readonly without: RunResult;
  readonly alone: RunResult;
}

/** What the importer pays, buys from whom the lever names and makes itself, and what is left to the seller. */
function atBorder(good: string, { from, to }: LeverReach, look: Look): Link[] {
  const { alone, year } = look;
  const place = importerOf(good, to, look);
  const seller = from.length > 0 ? from[0] : largestSeller(good, place, look);
  const used = sizeOf(alone, `use[${good},${place},${year}]`);
  const made = sizeOf(alone, `production[${good},world,${year}]`);
  return [
    { reference: `price[${good},${place},${year}]`, beside: 0 },
    { reference: `imports-from[${good},${place},${seller},${year}]`, beside: used },
    { reference: `production[${good},${place},${year}]`, beside: made },
    ...(seller === place ? [] : [{ reference: `production[${good},${seller},${year}]`, beside: made }]),
    { reference: `price[${good},${look.region},${year}]`, beside: 0 },
  ];
}

/** Capacity and output where they change most, or what is used, then the price. */
function atPlants(good: string, { at }: LeverReach, look: Look): Link[] {
  const { region, year, alone } = look;
  const made = sizeOf(alone, `production[${good},world,${year}]`);
  const place = mover(good, look);
  return [
    ...(at === "demand" ? [{ reference: `use[${good},world,${year}]`, beside: 0, least: 0.001 }] : []),
    ...(at === "plant" && place !== undefined
      ? [{ reference: `capacity[${good},${place},${year}]`, beside: made }]
      : []),
    ...(place === undefined ? [] : [{ reference: `production[${good},${place},${year}]`, beside: made }]),
    { reference: `price[${good},${region},${year}]`, beside: 0 },
  ];
}

/** Above: how much of it the world needs, and its price. Below: how much is made where that changes most, and its price. */
function stageLinks(good: string, direction: "same" | "up" | "down", look: Look): Link[] {
  const { region, year } = look;
  const price = { reference: `price[${good},${region},${year}]`, beside: 0 };
  if (direction === "up")
    return [{ reference: `use[${good},world,${year}]`, beside: 0, least: 0.001 }, price];
  const place = mover(good, look);
  return place === undefined
    ? [price]
    : [{ reference: `production[${good},${place},${year}]`, beside: 0 }, price];
}

/** The region asked about if it uses the good and the lever counts for it, else the largest user among those for whom it counts. */
function importerOf(good: string, to: readonly string[], { region, alone, year }: Look): string {
  const { chain } = alone.frame.calibration;
  const ids = chain.regions.map(({ id }) => id);
  const asked = regionSet(chain, alone.members, region) ?? new Set<number>();
  const uses = (id: string) => sizeOf(alone, `use[${good},${id},${year}]`);
  if (uses(region) > 0 && to.some((id) => asked.has(ids.indexOf(id)))) return region;
  return largest(to, uses) ?? region;
}

function largestSeller(good: string, place: string, { alone, year }: Look): string {
  const ids = alone.frame.calibration.regions.filter((id) => id !== place);
  return largest(ids, (id) => sizeOf(alone, `imports-from[${good},${place},${id},${year}]`)) ?? place;
}

/** The region whose output of the good the lever changes most. */
function mover(good: string, { alone, without, year }: Look): string | undefined {
  const change = (id: string) => {
    const reference = `production[${good},${id},${year}]`;
    return Math.abs(sizeOf(alone, reference) - sizeOf(without, reference));
  };
  return largest(alone.frame.calibration.regions, change);
}

/** The metric's good; for a stage the good of it that the lever names, else the one of most value. */
function targetOf({ names }: MetricReference, { goods: named }: LeverReach, look: Look): string | undefined {
  const { goods } = look.alone.frame.calibration;
  const { good, stage } = names;
  if (good !== undefined && goods.includes(good)) return good;
  const prefix = good?.endsWith(".*") ? good.slice(0, -1) : stage === undefined ? undefined : `${stage}.`;
  if (prefix === undefined) return undefined;
  const fits = goods.filter((id) => id.startsWith(prefix));
  const among = fits.filter((id) => named.includes(id));
  return largest(among.length > 0 ? among : fits, (id) => worth(id, look));
}

/** Of the goods that a lever names: the target, else the one of most value from which recipes lead there, else of most value. */
function firstGood({ goods: named }: LeverReach, target: string | undefined, look: Look): string {
  const { calibration } = look.alone.frame;
  if (target !== undefined && (named.length === 0 || named.includes(target))) return target;
  const linked = named.filter(
    (good) => target !== undefined && joined(recipePath(calibration, good, target).goods, look.alone),
  );
  const among = linked.length > 0 ? linked : named.length > 0 ? named : calibration.goods;
  return largest(among, (id) => worth(id, look)) ?? calibration.goods[0];
}

/** True where each step of a way is one recipe: more than its two ends, or two neighbours. */
function joined(way: readonly string[], run: RunResult): boolean {
  if (way.length !== 2) return true;
  const { chain } = run.frame.calibration;
  const [one, other] = way.map((id) => chain.goods.find((good) => good.id === id)?.stage);
  return one !== other;
}

/** World use of a good at the mean delivered price without the lever or with it, whichever is more, kUSD/y. */
function worth(good: string, { without, alone, year }: Look): number {
  const value = (run: RunResult) =>
    sizeOf(run, `use[${good},world,${year}]`) * sizeOf(run, `price[${good},world,${year}]`);
  return Math.max(value(without), value(alone));
}

/** Absolute value of a figure, 0 where it has no meaning. */
function sizeOf(run: RunResult, reference: string): number {
  return Math.abs(valueOf(run, reference) ?? 0);
}

function largest(ids: readonly string[], size: (id: string) => number): string | undefined {
  let best: { id: string; size: number } | undefined;
  for (const id of ids) {
    const found = size(id);
    if (found > 0 && (best === undefined || found > best.size)) best = { id, size: found };
  }
  return best?.id;
}
