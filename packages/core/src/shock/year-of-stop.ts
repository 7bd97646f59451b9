import type { CompiledLever } from "../levers/lever.js";
import {
  accountFrameOf,
  initialState,
  termsOf,
  type State,
  type Step,
  type StepContext,
  type YearTerms,
} from "../horizon/index.js";
import type { RunResult } from "../results/run-result.js";
import { IssueError } from "../errors/issue.js";
import { account, identities, yearLedger, type AccountFrame } from "../accounts/index.js";
import { solveMarket, type Solved } from "../equilibrium/index.js";
import type { Market, StartPoint } from "../market/market.js";

/** A solved year of a run as a stop finds it: capacities, stocks and habits fixed, short-run elasticities. */
export interface YearOfStop {
  readonly run: RunResult;
  readonly step: Step;
  readonly state: State;
  readonly terms: YearTerms;
  readonly accountFrame: AccountFrame;
}

/**
 * @param levers the levers of the run.
 * @throws IssueError `YEAR_OUT_OF_RANGE` where the run has no such year.
 */
export function yearOfStop(run: RunResult, levers: readonly CompiledLever[], year: number): YearOfStop {
  const index = run.steps.findIndex((step) => step.year === year);
  const step = run.steps[index];
  if (step === undefined)
    throw new IssueError([
      { code: "YEAR_OUT_OF_RANGE", path: "year", found: year, expected: [run.years[0], run.years.at(-1)] },
    ]);
  const state = index > 0 ? run.steps[index - 1].nextState : initialState(run.frame);
  const active = levers.filter((lever) => lever.from <= year && year <= lever.to);
  const terms = termsOf(active, year);
  const context: Pick<StepContext, "frame" | "byLocation"> = { frame: run.frame, byLocation: false };
  return { run, step, state, terms, accountFrame: accountFrameOf(state, terms, context) };
}

/**
 * Solves the year again in another market and accounts for it; quantities and money at yearly rates.
 * @param milder markets on the way to it, mildest first, through which prices are led where they cannot jump.
 * @param near a canonical point to try first, where one is known that lies closer than the year itself.
 * @throws IssueError where there is no answer.
 */
export function solveYear(
  year: YearOfStop,
  market: Market,
  milder: () => readonly Market[] = () => [],
  near?: StartPoint,
): Step {
  const { step, accountFrame } = year;
  if (market === step.market) return step;
  const close = near === undefined ? undefined : solveMarket(market, { start: near });
  const solved = close?.ok === true ? close : led(market, step.equilibrium, milder);
  if (!solved.ok)
    throw new IssueError([{ ...solved.issue, details: { ...solved.issue.details, year: step.year } }]);
  const { equilibrium } = solved;
  const ledger = yearLedger(market, equilibrium, accountFrame);
  const accounts = account(market, equilibrium, accountFrame, ledger);
  return {
    ...step,
    market,
    equilibrium,
    accounts,
    identities: identities(market, equilibrium, accounts, accountFrame, ledger),
  };
}

function led(market: Market, from: StartPoint, milder: () => readonly Market[]): Solved {
  const direct = solveMarket(market, { start: startFor(market, from) });
  if (direct.ok || direct.issue.code !== "NOT_CONVERGED") return direct;
  let start = from;
  for (const between of milder()) {
    const solved = solveMarket(between, { start: startFor(between, start) });
    if (solved.ok) start = solved.equilibrium;
  }
  const last = solveMarket(market, { start: startFor(market, start) });
  return last.ok ? last : solveMarket(market);
}

function startFor({ controls }: Market, { originPrice, rent }: StartPoint): StartPoint {
  return { originPrice, rent: padded(rent, controls.length) };
}

function padded(rent: Float64Array, length: number): Float64Array {
  const start = new Float64Array(length);
  start.set(rent.subarray(0, length));
  return start;
}
