import type { Identities } from "../accounts/identities.js";
import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import { solveMarket, type Solved, type SolveOptions } from "../equilibrium/index.js";
import { IssueError } from "../errors/issue.js";
import { horizonFrame, initialState, type HorizonFrame } from "../horizon/frame.js";
import { horizonParameters } from "../horizon/parameters.js";
import { step, type Step, type StepContext } from "../horizon/step.js";
import type { Market, StartPoint } from "../market/market.js";
import { calibrate } from "../market/calibrate.js";
import type { Scenario, ScenarioFile } from "../scenario/index.js";
import { ambiguityWarning, ambiguousYear, type AmbiguousYear } from "./ambiguity.js";
import { canonicalStart } from "./canonical-start.js";
import { compiledScenario } from "./compiled-scenario.js";
import type { RunOptions, RunResult, RunScenario } from "./run-result.js";

/** What all runs of one chain, baseline and set of parameters share; prepare it once for many runs. */
export function prepareRun(
  chain: Chain,
  baseline: Baseline,
  parameters: Readonly<Record<string, number>> = {},
): HorizonFrame {
  return horizonFrame(calibrate(chain, baseline), horizonParameters(chain, parameters));
}

/**
 * Solves a scenario over its years: a fold of `step` from the base year. Pure; the same input gives the same bits.
 * Quantities t/y, prices kUSD/t (= USD/kg), money kUSD/y of the base year.
 *
 * @param chain loaded with the scenario's parameters, `loadChain(json, scenario.parameters)`, and `baseline` made of it.
 * @param asked a scenario as its file writes it, as `parseScenario` reads it, or with compiled levers.
 *
 * @throws IssueError `NOT_CONVERGED`, `INFEASIBLE` or `TIME_LIMIT` with the year in `details`: there are no numbers then.
 */
export function run(
  chain: Chain,
  baseline: Baseline,
  asked: RunScenario | Scenario | ScenarioFile,
  options: RunOptions = {},
): RunResult {
  const frame = options.frame ?? prepareRun(chain, baseline, asked.parameters);
  const scenario = compiledScenario(frame, asked);
  const [first, last] = scenario.horizon;
  const ambiguity = options.ambiguity ?? false;
  const ambiguous: AmbiguousYear[] = [];
  const context: StepContext = {
    frame,
    expectations: options.expectations ?? "adaptive",
    byLocation: options.byLocation ?? false,
    solve: (market, start, year) => {
      const canonical = canonicalStart(year, market, start, options.starts);
      const solved = solveFrom(
        market,
        options.starts === undefined ? [canonical, undefined] : [canonical, start, undefined],
        {
          ...(options.stop !== undefined && { stop: options.stop }),
          ambiguity,
          keepFactor: options.keepFactors ?? true,
          unverified: options.unverified ?? false,
        },
      );
      if (!solved.ok) throw new IssueError([{ ...solved.issue, details: { ...solved.issue.details, year } }]);
      if (solved.equilibrium.ambiguous === true)
        ambiguous.push(ambiguousYear(year, market, solved.equilibrium));
      return solved.equilibrium;
    },
    whatIf: (market, start) => {
      const solved = solveMarket(market, {
        start,
        ...(options.stop !== undefined && { stop: options.stop }),
      });
      return solved.ok ? solved.equilibrium : undefined;
    },
  };
  const steps: Step[] = [...(options.solved ?? [])];
  let state = steps.at(-1)?.nextState ?? initialState(frame);
  while (state.year <= last) {
    const done = step(state, scenario.levers, context);
    if (state.year >= first) steps.push(done);
    state = done.nextState;
  }
  const { name, members } = scenario;
  const warnings = [...scenario.levers.flatMap((lever) => lever.warnings), ...ambiguityWarning(ambiguous)];
  const years = steps.map(({ year }) => year);
  const solver = { ...totals(steps), ambiguity: ambiguity ? ("checked" as const) : ("not-checked" as const) };
  return {
    scenario: name,
    members,
    years,
    frame,
    steps,
    end: state,
    identities: worst(steps),
    warnings,
    solver,
    levers: scenario.levers,
    parameters: asked.parameters ?? {},
  };
}

/** The answer from the first start that leads to one: what was stored, the year before, nothing at all. */
function solveFrom(
  market: Market,
  starts: readonly (StartPoint | undefined)[],
  options: Omit<SolveOptions, "start">,
): Solved {
  const tried = starts.filter((start, i) => starts.indexOf(start) === i);
  let solved: Solved | undefined;
  for (const start of tried) {
    solved = solveMarket(market, { ...options, ...(start !== undefined && { start }) });
    if (solved.ok || solved.issue.code !== "NOT_CONVERGED") return solved;
  }
  return solved!;
}

/** Where runs of other scenarios may begin: this run's prices, rents and factors by year. */
export function startsOf({ steps }: RunResult): ReadonlyMap<number, StartPoint> {
  return new Map(
    steps.map(({ year, market, equilibrium: { originPrice, rent, factor } }) => [
      year,
      {
        originPrice,
        rent,
        controls: market.controls.map(({ id }) => id),
        ...(factor !== undefined && { factor }),
      },
    ]),
  );
}

function worst(steps: readonly Step[]): Identities {
  const most = (pick: (found: Identities) => number) =>
    Math.max(0, ...steps.map((done) => pick(done.identities)));
  return {
    mass: most((i) => i.mass),
    value: most((i) => i.value),
    money: most((i) => i.money),
    welfare: most((i) => i.welfare),
  };
}

function totals(steps: readonly Step[]) {
  let [iterations, factorisations, maxResidual] = [0, 0, 0];
  for (const { equilibrium } of steps) {
    iterations += equilibrium.iterations;
    factorisations += equilibrium.factorisations;
    maxResidual = Math.max(maxResidual, equilibrium.residual);
  }
  return { solves: steps.length, iterations, factorisations, maxResidual };
}
