import { ifAnswered } from "../errors/no-answer.js";
import { seriesOf, type RunResult } from "../results/index.js";
import { shock, type ShockSpec, type StockRule } from "../shock/index.js";
import { referenceOf, type Goal } from "./read-goal.js";

/** A goal's figure under a stop: the mean over its months, at yearly rates; undefined where one has none or no answer. A stop of no month is the year itself. */
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
    const stopped = months.filter((month) => month.stopped).map(({ step }) => step);
    return stopped.length > 0 ? stopped : [before];
  });
}
