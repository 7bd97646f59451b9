import { IssueError } from "../errors/issue.js";
import { parseMetricReference, valueOf, type MetricReference, type RunResult } from "../results/index.js";
import type { Scenario, ScenarioLever } from "../scenario/index.js";
import { causeOf, referenceText, type Cause } from "./causes.js";
import { contributions } from "./contributions.js";
import { leverSets } from "./lever-sets.js";

export interface WhyRequest {
  readonly scenario: Scenario;
  /** Levers it shares with this scenario are taken as given; absent = the difference is from no lever at all. */
  readonly against?: Scenario;
  readonly metric: string;
  readonly seed: number;
  /** Orders sampled beyond eight levers. */
  readonly orders?: number;
}

export interface Why {
  readonly metric: string;
  readonly unit: string;
  readonly with: number;
  readonly without: number;
  readonly total: number;
  readonly contributions: readonly { readonly lever: string; readonly value: number }[];
  /** 0 where all orders of levers were counted. */
  readonly standardError: number;
  readonly causes: readonly Cause[];
}

/** Sets of levers solved so far, of all that are needed. */
export interface WhyProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * What each lever contributes to a figure, and by which chain of causes.
 * @param run solves a scenario; pure.
 * @throws IssueError `NO_MEANING` where the figure has no meaning with some set of levers, or as `run` and the reference do.
 */
export function why(request: WhyRequest, run: (scenario: Scenario) => RunResult): Why {
  const steps = whySteps(request, run);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, one before each solve, for callers that tell progress or may be stopped. */
export function* whySteps(
  request: WhyRequest,
  run: (scenario: Scenario) => RunResult,
): Generator<WhyProgress, Why> {
  const { scenario, seed, orders } = request;
  const whole = run(scenario);
  const asked = parseMetricReference(request.metric, whole);
  const year = asked.year ?? whole.years.at(-1) ?? scenario.horizon[1];
  const short: Scenario = {
    ...scenario,
    horizon: [scenario.horizon[0], Math.max(scenario.horizon[0], year)],
  };
  const { common, added } = leverSets(scenario, request.against);
  const solve = solver(short, common, added, run);
  const figures = new Map<bigint, number>();
  const sets = setsNeeded(added.length, seed, orders);
  for (const set of sets) {
    yield { done: figures.size, total: sets.length };
    figures.set(set, valueIn(solve(set), { ...asked, year }));
  }
  const split = contributions(added.length, (set) => figures.get(set)!, seed, orders);
  const first = figures.get(0n)!;
  return {
    metric: referenceText(asked, year),
    unit: asked.metric.unit,
    with: first + split.total,
    without: first,
    total: split.total,
    contributions: added.map(({ id }, i) => ({ lever: id, value: split.values[i] })),
    standardError: split.standardError,
    causes: causesOf(added, split.values, split.total, { ...asked, year }, solve),
  };
}

/** Sets of levers whose figure the contributions ask for, each once. */
function setsNeeded(count: number, seed: number, orders: number | undefined): bigint[] {
  const sets: bigint[] = [];
  contributions(count, (set) => sets.push(set), seed, orders);
  return sets;
}

/** Solves sets of levers; those that chains of causes need, none and one alone, are kept. */
function solver(
  scenario: Scenario,
  common: readonly ScenarioLever[],
  added: readonly ScenarioLever[],
  run: (scenario: Scenario) => RunResult,
): (set: bigint) => RunResult {
  const known = new Map<bigint, RunResult>();
  return (set) => {
    let result = known.get(set);
    if (result === undefined) {
      const chosen = new Set(added.filter((_, i) => (set >> BigInt(i)) & 1n));
      const levers = scenario.levers.filter((lever) => common.includes(lever) || chosen.has(lever));
      result = run({ ...scenario, levers });
      if ((set & (set - 1n)) === 0n) known.set(set, result);
    }
    return result;
  };
}

function valueIn(result: RunResult, reference: MetricReference): number {
  const value = valueOf(result, reference);
  if (value === undefined)
    throw new IssueError([
      { code: "NO_MEANING", path: "metric", found: referenceText(reference, reference.year) },
    ]);
  return value;
}

/** The chain of each lever that brings at least a twentieth of what moves, largest first. */
function causesOf(
  levers: readonly ScenarioLever[],
  values: readonly number[],
  total: number,
  asked: MetricReference,
  solved: (set: bigint) => RunResult,
): Cause[] {
  const most = Math.max(Math.abs(total), ...values.map(Math.abs));
  return levers
    .map((lever, i) => ({ lever, i, size: Math.abs(values[i]) }))
    .filter(({ size }) => size > 0.05 * most)
    .sort((a, b) => b.size - a.size || a.i - b.i)
    .map(({ lever, i }) => causeOf(lever, asked, solved(0n), solved(1n << BigInt(i))));
}
