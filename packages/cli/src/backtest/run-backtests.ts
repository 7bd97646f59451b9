import {
  carriedFit,
  errorOf,
  QUOTA_CASE,
  quotaBacktest,
  quotaTerms,
  readControls,
  readObservations,
  readStops,
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
import { stopMonths } from "./stop-months.js";

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
  const all = readObservations(data.tables, termsOf);
  const observations = ofCase(all, name);
  const { fitted, result, fit } = quotaBacktest(
    data.tables,
    chainTables.assumptions,
    all.filter((one) => one.case === QUOTA_CASE),
  );
  const of = (wanted: string): readonly Observation[] => observations.filter((one) => one.case === wanted);
  const { chain, baseline } = await laboratory({});
  const carried = await runsFor(data, of(CARRIED_CASE), carriedFit(fit, chain, baseline), stop);
  const own = await runsFor(
    data,
    observations.filter((one) => one.case !== QUOTA_CASE),
    {},
    stop,
  );
  const rows = observations.flatMap((one): BacktestRow[] => {
    const ownRun = own.get(one.control ?? inForce);
    if (one.case === QUOTA_CASE) return rowOf(one, result);
    if (one.case !== CARRIED_CASE) return rowOf(one, ownRun!);
    const value = valueOf(ownRun!, one.reference);
    return rowOf(one, carried.get(one.control ?? inForce)!).map((row) => ({
      ...row,
      ...(value !== undefined && { own: value }),
    }));
  });
  const tried = name === undefined || name === QUOTA_CASE || name === CARRIED_CASE;
  return { rows, summary: summarise(rows), fitted: tried ? fitted : [] };
}

/** The case that takes the parameters fitted on the quotas of 2010 unchanged. */
const CARRIED_CASE = "licences-2025";

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
  parameters: Readonly<Record<string, number>>,
  stop: () => boolean,
): Promise<ReadonlyMap<string, RunResult>> {
  const controls = readControls(data.tables);
  const runs = new Map<string, RunResult>();
  const wanted = new Set(observations.map(({ control }) => control ?? inForce));
  for (const one of readStops(data.tables).filter(({ id }) =>
    [...wanted].some((name) => isMonthOf(name, id)),
  ))
    (await stopMonths(one)).forEach((month, i) => runs.set(`${one.id}.${i + 1}`, month));
  for (const id of wanted) {
    if (runs.has(id)) continue;
    const scenario =
      id === inForce
        ? await policiesInForce(observations)
        : await controlScenario(controls.filter((control) => control.id === id));
    const set = { ...scenario.parameters, ...parameters };
    const lab = await laboratory(set);
    runs.set(id, lab.run({ ...scenario, parameters: set }, { stop }));
  }
  return runs;
}

/** `stop-2025.2` is the second month of `stop-2025`. */
const isMonthOf = (control: string, id: string): boolean => control.startsWith(`${id}.`);

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
