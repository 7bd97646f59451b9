import { matches } from "../fields/index.js";
import { parseMetricReference, valueOf, type MetricReference, type RunResult } from "../results/index.js";
import type { Fact, FactAbout } from "./fact.js";
import { factsOf } from "./facts.js";
import { mixed } from "./mixed.js";
import { pathOf, type Path } from "./path.js";

/** A lever of the scenario as far as the origin of a figure needs it; `ScenarioLever` is one. */
export interface LeverAbout {
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sources?: readonly string[];
}

export interface OriginOptions {
  /** The levers of the scenario; those that reach the figure are given back. */
  readonly levers?: readonly LeverAbout[];
  /** Most rows of evidence and most assumptions; 8 by default. */
  readonly most?: number;
}

/** Where a computed figure comes from: the rows nearest to it in the chain, not yet by how much they move it (`sensitivity` says that). */
export interface Origin {
  /** Id of the metric: its words, equation and source stand in the catalogue of messages. */
  readonly metric: string;
  readonly names: MetricReference["names"];
  readonly year: number;
  readonly unit: string;
  /** Undefined where the figure has no meaning. */
  readonly value: number | undefined;
  /** Rows with a source, the nearest first. */
  readonly evidence: readonly Fact[];
  /** Rows of grade D or without a source. */
  readonly assumptions: readonly Fact[];
  /** Ids of the sources of both, each once. */
  readonly sources: readonly string[];
  /** Levers that act in the year or before it, on a good within reach of the figure. */
  readonly levers: readonly LeverAbout[];
}

/**
 * The origin of one figure of a run. Pure and quick (about a millisecond): looks rows up, solves nothing.
 *
 * @param reference a metric reference; without a year, the last one.
 * @throws IssueError as `parseMetricReference`.
 */
export function originOf(
  result: RunResult,
  reference: MetricReference | string,
  { levers = [], most = 8 }: OriginOptions = {},
): Origin {
  const read = typeof reference === "string" ? parseMetricReference(reference, result) : reference;
  const year = read.year ?? result.years.at(-1)!;
  const path = pathOf(result, read);
  const acting = levers.filter((lever) => lever.from <= year && isOnPath(lever, path, result));
  const ranked = rank(result, path, acting, year);
  const evidence = mixed(
    ranked.filter((fact) => !isAssumption(fact)),
    most,
  );
  const assumptions = mixed(ranked.filter(isAssumption), most);
  const sources = [...evidence, ...assumptions, ...acting].flatMap((one) => one.sources ?? []);
  return {
    metric: read.metric.id,
    names: read.names,
    year,
    unit: read.metric.unit,
    value: valueOf(result, { ...read, year }),
    evidence,
    assumptions,
    sources: [...new Set(sources)],
    levers: acting,
  };
}

const WORLD = 0.5;
const YEARS_A_STEP = 5;

export function isAssumption({ grade, sources }: Fact): boolean {
  return grade === "D" || sources.length === 0;
}

/** All rows that the figure may rest on, the nearest first, larger before smaller. */
export function rank(result: RunResult, path: Path, levers: readonly LeverAbout[], year: number): Fact[] {
  const { calibration } = result.frame;
  const kinds = new Set(levers.map(({ kind }) => kind));
  const later = year > calibration.baseline.year;
  return factsOf(calibration)
    .filter(({ lever, fact }) => (lever === undefined || kinds.has(lever)) && (later || !isOfLater(fact)))
    .map((about) => ({ about, distance: distanceOf(about, path, year) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || b.about.size - a.about.size)
    .map(({ about }) => about.fact);
}

/** Rows that say nothing of the base year. */
function isOfLater({ id, kind }: Fact): boolean {
  return kind === "project" || kind === "growth" || /^(?:horizon|project|lead-time|capital-cost)\./u.test(id);
}

/**
 * Steps along the chain count twice, another region once, the whole world half; a row about everything stands behind those about the good.
 * Demand to come pulls on every stage above it: its rows stand by their year, and within one by their size.
 */
function distanceOf(
  { goods, regions, fact, year: of }: FactAbout,
  { steps, regions: own }: Path,
  year: number,
): number {
  const nearest = Math.min(...goods.map((good) => steps[good]));
  const isPull = of !== undefined && nearest < Infinity;
  const along = isPull ? Math.abs(of - year) / YEARS_A_STEP : goods.length === 0 ? general(fact) : nearest;
  const world = regions.length === 0 ? WORLD : 0;
  const abroad = regions.length > 0 && !regions.some((region) => own.has(region)) ? 1 : 0;
  return 2 * along + abroad + world;
}

/** Parameters of the whole model stand one step away, those of the balance two. */
function general({ id }: Fact): number {
  return id.startsWith("balance.") ? 2 : 1;
}

function isOnPath({ params = {} }: LeverAbout, { steps }: Path, { frame }: RunResult): boolean {
  const patterns = [params["good"], params["goods"]].flat().filter((name) => typeof name === "string");
  if (patterns.length === 0) return true;
  return frame.calibration.goods.some(
    (good, i) => steps[i] < Infinity && patterns.some((pattern) => matches(pattern, good)),
  );
}
