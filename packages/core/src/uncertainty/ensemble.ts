import { baseline } from "../baseline/index.js";
import { loadChain } from "../chain/load.js";
import type { ChainFile } from "../chain/chain-file.js";
import { IssueError } from "../errors/issue.js";
import {
  parseMetricReference,
  prepareRun,
  run,
  seriesOf,
  startsFrom,
  type RunResult,
  type StoredBaseline,
} from "../results/index.js";
import type { Scenario } from "../scenario/index.js";
import { bands } from "./quantiles.js";
import { parameterDraws } from "./parameter-draws.js";

export interface EnsembleOptions {
  readonly draws: number;
  readonly seed: number;
  readonly stored?: StoredBaseline;
}

/** What many runs of one scenario say of some figures, each run with its own draw of the assumed figures. */
export interface Ensemble {
  readonly scenario: string;
  readonly years: readonly number[];
  /** Draws that have an answer, and those that have none. */
  readonly draws: number;
  readonly failed: number;
  /** By reference: one row a level of `bandLevels`, one figure a year. Figures without meaning in some draw or year are left out. */
  readonly bands: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** By reference: the first few draws as they are, one row each. Draws fill the ranges evenly from the first on. */
  readonly paths: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** Single draws kept beside the bands. */
const keptPaths = 5;

export interface EnsembleProgress {
  readonly done: number;
  readonly total: number;
}

interface Drawn {
  readonly scenario: Scenario;
  readonly rows: Map<string, Float64Array[]>;
  years: readonly number[];
  failed: number;
}

/**
 * Runs scenarios under the same draws, so that their differences are not noise. Yields before each draw.
 * A scenario's own parameters hold in every draw.
 * @param references metric references without year.
 * @throws IssueError of a reference; draws without an answer are counted, not hidden.
 */
export function* ensemble(
  file: ChainFile,
  scenarios: readonly Scenario[],
  references: readonly string[],
  { draws, seed, stored }: EnsembleOptions,
): Generator<EnsembleProgress, Ensemble[]> {
  const rows = file.tables.assumptions;
  const drawn = scenarios.map((scenario): Drawn => ({ scenario, rows: new Map(), years: [], failed: 0 }));
  for (const [done, parameters] of parameterDraws(rows, draws, seed).entries()) {
    yield { done, total: draws };
    const solve = solverOf(file, parameters, stored);
    for (const one of drawn) take(one, references, solve);
  }
  return drawn.map(summary);
}

/** Runs at a draw; the chain, the base year and all that runs share are made once for scenarios that state no parameter. */
function solverOf(
  file: ChainFile,
  parameters: Readonly<Record<string, number>>,
  stored: StoredBaseline | undefined,
): (scenario: Scenario) => RunResult {
  const prepared = new Map<string, (scenario: Scenario) => RunResult>();
  return (scenario) => {
    const key = JSON.stringify(scenario.parameters);
    let solve = prepared.get(key);
    if (solve === undefined)
      prepared.set(key, (solve = prepare(file, { ...parameters, ...scenario.parameters }, stored)));
    return solve(scenario);
  };
}

function prepare(
  file: ChainFile,
  parameters: Readonly<Record<string, number>>,
  stored: StoredBaseline | undefined,
): (scenario: Scenario) => RunResult {
  const chain = loadChain(file, parameters);
  const base = baseline(chain);
  const frame = prepareRun(chain, base, parameters);
  const starts = stored === undefined ? undefined : startsFrom(stored, chain);
  return (scenario) =>
    run(chain, base, { ...scenario, parameters }, { frame, ...(starts !== undefined && { starts }) });
}

function take(one: Drawn, references: readonly string[], solve: (scenario: Scenario) => RunResult): void {
  let result: RunResult;
  try {
    result = solve(one.scenario);
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    one.failed += 1;
    return;
  }
  one.years = result.years;
  for (const text of references) {
    const { metric, names } = parseMetricReference(text, result);
    const series = seriesOf(result, metric, names);
    const figures = Float64Array.from(series.values);
    if (series.void.length > 0) figures.fill(NaN);
    const known = one.rows.get(text);
    if (known === undefined) one.rows.set(text, [figures]);
    else known.push(figures);
  }
}

function summary({ scenario, rows, years, failed }: Drawn): Ensemble {
  const found: Record<string, number[][]> = {};
  const paths: Record<string, number[][]> = {};
  let draws = 0;
  for (const [text, figures] of rows) {
    draws = figures.length;
    if (figures.some((row) => row.some(Number.isNaN))) continue;
    found[text] = bands(figures, years.length).map((row) => Array.from(row));
    paths[text] = figures.slice(0, keptPaths).map((row) => Array.from(row));
  }
  return { scenario: scenario.name, years, draws, failed, bands: found, paths };
}
