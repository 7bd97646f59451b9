import { compiledScenario, worldOfRun } from "@didym/core/results";
import { readShock, shock, stockRuleOf, type ShockResult } from "@didym/core/shock";
import type { Experiment } from "@didym/core/studies";
import { laboratory } from "../run/laboratory.js";
import { builtInScenario } from "../scenario/built-in-scenario.js";

const solved = new Map<string, Promise<ShockResult>>();

/**
 * Loss (`measure=loss`) or value added at risk (`at-risk`) of a stop, MUSD of the regions stopped together; in per cent where `over` names a
 * row of the evidence in MUSD/y.
 */
export async function stopLoss(experiment: Experiment, row: (id: string) => number): Promise<number> {
  const result = await solve(experiment);
  const lost = experiment.word("measure") === "loss" ? result.loss : result.valueAddedAtRisk;
  const { regions } = result.run.frame.calibration;
  const total = regions.reduce((sum, id, r) => (result.spec.to.includes(id) ? sum + lost[r] : sum), 0) / 1000;
  return experiment.has("over") ? (100 * total) / row(experiment.word("over")) : total;
}

/** One solution a stop, whatever is measured of it. */
function solve(experiment: Experiment): Promise<ShockResult> {
  const key = ["by", "to", "goods", "months", "remaining", "year"]
    .map((name) => experiment.word(name))
    .join();
  const known = solved.get(key);
  if (known !== undefined) return known;
  const made = solveStop(experiment);
  solved.set(key, made);
  return made;
}

async function solveStop(experiment: Experiment): Promise<ShockResult> {
  const scenario = await builtInScenario("status-quo");
  const lab = await laboratory(scenario.parameters);
  const spec = readShock(
    {
      by: experiment.words("by"),
      to: experiment.words("to"),
      goods: experiment.words("goods"),
      year: experiment.number("year"),
      months: experiment.number("months"),
      remaining: experiment.number("remaining"),
    },
    scenario.members,
    worldOfRun(lab.chain, lab.baseline),
  );
  const run = lab.run({ ...scenario, horizon: [scenario.horizon[0], spec.year] }, {});
  return shock(run, compiledScenario(run.frame, scenario).levers, spec, stockRuleOf(lab.chain));
}
