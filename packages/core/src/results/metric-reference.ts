import { IssueError, type Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { Dimension, Metric } from "./metrics/metric.js";
import { revenueKinds } from "./metrics/money.js";
import { metricOf, metrics } from "./metrics/registry.js";
import { regionNames } from "./region-set.js";
import type { RunResult } from "./run-result.js";

/** `metric[dim, …, year]` read against a run: names by dimension, the year, and what was assumed because it was left out. */
export interface MetricReference {
  readonly metric: Metric;
  readonly names: Readonly<Partial<Record<Dimension, string>>>;
  readonly year: number | undefined;
  readonly assumed: readonly Assumed[];
}

export interface Assumed {
  readonly dimension: Dimension | "year";
  readonly value: string | number;
}

const defaults: Readonly<Partial<Record<Dimension, string>>> = {
  region: "members",
  good: "oxide.NdPr",
  stage: "oxide",
};
const stages = ["concentrate", "oxide", "metal", "magnet"] as const;
const goodPattern = /^[a-z]+\.\*$|^\*$/u;
/** What `*` means where it stands for a whole dimension; undefined leaves it open, a sum over all. A stage has no whole. */
const whole: Readonly<Partial<Record<Dimension, string | undefined>>> = {
  good: "*",
  region: "world",
  partner: "world",
  endUse: undefined,
  kind: undefined,
  lever: undefined,
  plant: undefined,
};

type Names = Partial<Record<Dimension, string>>;

/**
 * Parses a metric reference. Dimensions stand in their order or are named (`region=members`); a dimension in its place may be left out
 * where what follows cannot be meant for it. `*` is a whole dimension: all goods, the world. Defaults: region `members`, good
 * `oxide.NdPr`, stage `oxide`; other dimensions all.
 *
 * @throws IssueError `UNKNOWN_METRIC`, `UNKNOWN_NAME`, `UNKNOWN_KEY`, `YEAR_OUT_OF_RANGE` or `INVALID_SYNTAX`, with the nearest name;
 * `UNSUPPORTED` for a metric that another command answers.
 */
export function parseMetricReference(text: string, result: RunResult): MetricReference {
  const found = /^\s*([a-z-]+)\s*(?:\[([^\]]*)\])?\s*$/u.exec(text);
  if (found === null)
    throw issue({ code: "INVALID_SYNTAX", found: text, expected: "metric[dimension, …, year]" });
  const metric = metricOf(found[1]);
  if (metric === undefined)
    throw unknown(
      "UNKNOWN_METRIC",
      found[1],
      metrics.map(({ id }) => id),
    );
  const names: Names = {};
  let year: number | undefined;
  for (const part of (found[2] ?? "").split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const [, key, value] = /^(?:([A-Za-z]+)\s*=\s*)?(.+)$/u.exec(part)!;
    if (key === "year" || (key === undefined && /^\d{4}$/u.test(value))) year = yearOf(value, result);
    else if (key !== undefined) name(names, dimensionOf(metric, key), value, result);
    else placed(metric, names, value, result);
  }
  const assumed: Assumed[] = [];
  for (const dimension of metric.dimensions) if (names[dimension] === "*") setWhole(names, dimension);
  for (const dimension of metric.dimensions) {
    const value = defaults[dimension];
    if (names[dimension] !== undefined || value === undefined) continue;
    names[dimension] = value;
    assumed.push({ dimension, value });
  }
  return { metric, names, year, assumed };
}

function placed(metric: Metric, names: Names, value: string, result: RunResult): void {
  const open = metric.dimensions.filter((dimension) => names[dimension] === undefined);
  const taken = metric.dimensions.filter((dimension) => names[dimension] !== undefined);
  const after =
    taken.length === 0 ? -1 : Math.max(...taken.map((dimension) => metric.dimensions.indexOf(dimension)));
  const candidates = open.filter((dimension) => metric.dimensions.indexOf(dimension) > after);
  const fits =
    value === "*" ? candidates[0] : candidates.find((dimension) => isName(dimension, value, result));
  if (fits !== undefined) name(names, fits, value, result);
  else
    throw unknown(
      "UNKNOWN_NAME",
      value,
      candidates.flatMap((dimension) => [...patternsOf(dimension), ...namesOf(dimension, result)]),
    );
}

/** Patterns of goods, for suggestions: who writes `oxide` means all of them. */
function patternsOf(dimension: Dimension): string[] {
  return dimension === "good" ? stages.map((stage) => `${stage}.*`) : [];
}

function name(names: Names, dimension: Dimension, value: string, result: RunResult): void {
  const isWhole = value === "*" && Object.hasOwn(whole, dimension);
  names[dimension] = isWhole ? value : checked(dimension, value, result);
}

function setWhole(names: Names, dimension: Dimension): void {
  const all = whole[dimension];
  if (all === undefined) Reflect.deleteProperty(names, dimension);
  else names[dimension] = all;
}

function dimensionOf(metric: Metric, key: string): Dimension {
  const dimension = metric.dimensions.find((name) => name === key);
  if (dimension === undefined) throw unknown("UNKNOWN_KEY", key, [...metric.dimensions, "year"]);
  return dimension;
}

function checked(dimension: Dimension, value: string, result: RunResult): string {
  if (!isName(dimension, value, result)) throw unknown("UNKNOWN_NAME", value, namesOf(dimension, result));
  return value;
}

function yearOf(value: string, { years }: RunResult): number {
  const year = Number(value);
  if (years.includes(year)) return year;
  throw issue({ code: "YEAR_OUT_OF_RANGE", found: value, expected: [years[0], years.at(-1)] });
}

function isName(dimension: Dimension, value: string, result: RunResult): boolean {
  if (dimension === "good" && goodPattern.test(value)) return goodsMatching(value, result).length > 0;
  return namesOf(dimension, result).includes(value);
}

/** Indices of the goods that a name or pattern such as `magnet.*` means. */
export function goodsMatching(name: string, { frame }: RunResult): number[] {
  const { goods } = frame.calibration;
  const prefix = name.endsWith("*") ? name.slice(0, -1) : undefined;
  return goods.flatMap((good, i) =>
    good === name || (prefix !== undefined && good.startsWith(prefix)) ? [i] : [],
  );
}

/** Valid names of a dimension in this run. */
export function namesOf(dimension: Dimension, result: RunResult): readonly string[] {
  const { chain, goods, nodes } = result.frame.calibration;
  switch (dimension) {
    case "good":
      return goods;
    case "stage":
      return stages;
    case "region":
    case "partner":
      return regionNames(chain);
    case "plant":
      return [...new Set(nodes.plant.flatMap((plant) => plant ?? []))];
    case "endUse":
      return [...chain.endUses.map(({ id }) => id), "process"];
    case "kind":
      return [...revenueKinds, "direct", "embodied"];
    case "lever":
      return [...new Set([...leversOf(result), ...(result.levers ?? []).map(({ id }) => id)])];
  }
}

/** Levers whose payments stand in the accounts. */
export function leversOf({ steps }: RunResult): readonly string[] {
  const paid = ({ accounts: { payments, conceded } }: (typeof steps)[number]) =>
    [...payments.entries(), ...conceded.entries()].map(([lever]) => lever);
  return [...new Set(steps.flatMap(paid))];
}

function unknown(code: string, found: string, valid: readonly string[]): IssueError {
  const nearest = nearestName(found, valid);
  return issue({ code, found, expected: valid.slice(0, 30), ...(nearest !== undefined && { nearest }) });
}

const issue = (first: Issue): IssueError => new IssueError([first]);
