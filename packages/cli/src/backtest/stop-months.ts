import type { ObservedStop } from "@didym/core/backtest";
import { compiledScenario, worldOfRun, type RunResult } from "@didym/core/results";
import { readShock, shock, stockRuleOf } from "@didym/core/shock";
import { laboratory } from "../run/laboratory.js";
import { builtInScenario } from "../scenario/built-in-scenario.js";

/** A run for each month of an observed stop and after it: the run up to the year, with the month in the year's place. */
export async function stopMonths({
  goods,
  year,
  months,
  without,
}: ObservedStop): Promise<readonly RunResult[]> {
  const inForce = await builtInScenario("status-quo");
  const levers = inForce.levers.filter(({ id }) => !without.includes(id));
  const scenario = { ...inForce, levers, horizon: [inForce.horizon[0], year] as const };
  const lab = await laboratory(scenario.parameters);
  const run = lab.run(scenario, {});
  const spec = readShock(
    { by: ["CHN"], to: ["members", "non-members"], goods, year, months, remaining: 0 },
    scenario.members,
    worldOfRun(lab.chain, lab.baseline),
  );
  const found = shock(run, compiledScenario(run.frame, scenario).levers, spec, stockRuleOf(lab.chain));
  return found.months.map(({ step }) => ({ ...run, steps: [...run.steps.slice(0, -1), { ...step, year }] }));
}
