import { ifAnswered } from "../errors/no-answer.js";
import type { Step } from "../horizon/index.js";
import { seriesOf, type RunResult } from "../results/index.js";
import { drawnValue, shock, type ShockSpec, type StockRule } from "../shock/index.js";
import { referenceOf, type Goal } from "./read-goal.js";

/**
 * A goal's figure under a stop: the mean over its months, at yearly rates; undefined where one has none or no answer. A stop of no month is
 * the year itself. What stores give counts as in the loss of a stop: it is bought back later at the price before, and no treasury earns it.
 */
export function figureUnderStop(
  goal: Goal,
  run: RunResult,
  spec: ShockSpec,
  rule: StockRule,
): number | undefined {
  const { metric, names } = referenceOf(goal, run);
  const steps = stoppedSteps(run, spec, rule);
  if (steps === undefined) return undefined;
  const found = seriesOf({ ...run, steps }, metric, names);
  if (found.void.length > 0) return undefined;
  return found.values.reduce((sum, value) => sum + value, 0) / found.values.length;
}

function stoppedSteps(run: RunResult, spec: ShockSpec, rule: StockRule): RunResult["steps"] | undefined {
  return ifAnswered(() => {
    const { before, months } = shock(run, run.levers ?? [], spec, rule);
    const stopped = months.filter((month) => month.stopped).map(({ step }) => owing(step, before));
    return stopped.length > 0 ? stopped : [before];
  });
}

/** A month whose welfare is less what has been drawn from stores, at the price before. */
function owing(step: Step, before: Step): Step {
  const drawn = drawnValue(step, before);
  const welfare = step.accounts.welfare.map((kUSD, r) => kUSD - drawn[r]);
  return { ...step, accounts: { ...step.accounts, welfare } };
}
