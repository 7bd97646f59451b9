import {
  errorOf,
  QUOTA_CASE,
  quotaBacktest,
  quotaTerms,
  readControls,
  readObservations,
  summarise,
  type Backtest,
  type BacktestRow,
  type Observation,
  type QuoteTerms,
} from "@didym/core/backtest";
import { IssueError, nearestName } from "@didym/core/errors";
import type { DataRead } from "@didym/core/evidence";
import { valueOf, type RunResult } from "@didym/core/results";
import type { Scenario } from "@didym/core/scenario";
import { compiledChain } from "../data/compiled-chain.js";
import { laboratory } from "../run/laboratory.js";
import { builtInScenario } from "../scenario/built-in-scenario.js";
import { controlScenario } from "./control-scenario.js";

/**
 * Predicts what was observed. Two parameters are fitted on the quotas of 2010–12, on a chain of their own; the cases of 2025 use the model as it
 * stands.
 *
 * @param name a case; all where it is left out.
 * @throws IssueError `UNKNOWN_NAME` for a case there is not.
 */
export async function runBacktests(
  data: DataRead,
  name: string | undefined,
  stop: () => boolean,
): Promise<Backtest> {
  const { tables: chainTables } = await compiledChain();
  const assumed = (id: string): number =>
    chainTables.assumptions.find((row) => row.id === id)?.value ?? Number.NaN;
  const now = { cnyPerUsd: assumed("quote.exchange-rate.CNY"), vat: assumed("quote.vat") };
  const then = quotaTerms(data.tables);
  const termsOf = (one: string): QuoteTerms => (one === QUOTA_CASE ? then : now);
  const observations = ofCase(readObservations(data.tables, termsOf), name);
  const quota = observations.filter((one) => one.case === QUOTA_CASE);
  const { fitted, result } =
    quota.length > 0
      ? quotaBacktest(data.tables, chainTables.assumptions, quota)
      : { fitted: [], result: undefined };
  const others = observations.filter((one) => one.case !== QUOTA_CASE);
  const runs = await runsFor(data, others, stop);
  const runOf = ({ case: name, control }: Observation): RunResult =>
    name === QUOTA_CASE ? result! : runs.get(control ?? inForce)!;
  const rows = observations.flatMap((observation) => rowOf(observation, runOf(observation)));
  return { rows, summary: summarise(rows), fitted };
}

function ofCase(observations: readonly Observation[], name: string | undefined): readonly Observation[] {
  if (name === undefined) return observations;
  const found = observations.filter((observation) => observation.case === name);
  if (found.length > 0) return found;
  const cases = [...new Set(observations.map((observation) => observation.case))];
  const nearest = nearestName(name, cases);
  throw new IssueError([
    {
      code: "UNKNOWN_NAME",
      path: "NAME",
      found: name,
      expected: cases,
      ...(nearest !== undefined && { nearest }),
    },
  ]);
}

const inForce = "";

async function runsFor(
  data: DataRead,
  observations: readonly Observation[],
  stop: () => boolean,
): Promise<ReadonlyMap<string, RunResult>> {
  const controls = new Map(readControls(data.tables).map((control) => [control.id, control]));
  const runs = new Map<string, RunResult>();
  for (const id of new Set(observations.map(({ control }) => control ?? inForce))) {
    const control = controls.get(id);
    const scenario =
      control === undefined ? await policiesInForce(observations) : await controlScenario(control);
    const lab = await laboratory(scenario.parameters);
    runs.set(id, lab.run(scenario, { stop }));
  }
  return runs;
}

/** Policies in force, solved as far as the observations without a control look. */
async function policiesInForce(observations: readonly Observation[]): Promise<Scenario> {
  const scenario = await builtInScenario("status-quo");
  const years = observations
    .filter(({ control }) => control === undefined)
    .map(({ reference }) => Number(/(\d{4})\]$/u.exec(reference)?.[1]));
  return { ...scenario, horizon: [scenario.horizon[0], Math.max(...years)] };
}

function rowOf(observation: Observation, run: RunResult): BacktestRow[] {
  const { reference, observed, unit, sources, grade, series, what, date } = observation;
  const predicted = valueOf(run, reference);
  if (predicted === undefined) return [];
  const error = errorOf(predicted, observed, unit);
  return [{ case: observation.case, series, what, date, unit, predicted, observed, error, sources, grade }];
}
