import { compiledScenario, worldOfRun } from "@didym/core/results";
import { readShock, shock, stockRuleOf, valueAddedAtRisk, type ShockResult } from "@didym/core/shock";
import type { Experiment } from "@didym/core/studies";
import { laboratory } from "../run/laboratory.js";
import { builtInScenario } from "../scenario/built-in-scenario.js";

const solved = new Map<string, Promise<ShockResult>>();

/**
 * Loss (`measure=loss`) or value added at risk (`at-risk`) of a stop, or the value added of all uses as if none was served (`all-uses`), MUSD
 * of the regions stopped together; in per cent where `over` names a row of the evidence in MUSD/y. With `values=high`, value added per tonne
 * stands at the high end of its range.
 */
export async function stopLoss(experiment: Experiment, row: (id: string) => number): Promise<number> {
  const result = await solve(experiment);
  const lost = measured(experiment.word("measure"), result);
  const { regions } = result.run.frame.calibration;
  const total = regions.reduce((sum, id, r) => (result.spec.to.includes(id) ? sum + lost[r] : sum), 0) / 1000;
  return experiment.has("over") ? (100 * total) / row(experiment.word("over")) : total;
}

function measured(measure: string, { loss, valueAddedAtRisk: atRisk, run, spec }: ShockResult): Float64Array {
  if (measure !== "all-uses") return measure === "loss" ? loss : atRisk;
  const step = run.steps[run.years.indexOf(spec.year)];
  return valueAddedAtRisk({ run, step }, new Float64Array(step.equilibrium.demand.length));
}

/** One solution a stop, whatever is measured of it. */
function solve(experiment: Experiment): Promise<ShockResult> {
  const key = ["by", "to", "goods", "months", "remaining", "year", "values"]
    .map((name) => (experiment.has(name) ? experiment.word(name) : ""))
    .join();
  const known = solved.get(key);
  if (known !== undefined) return known;
  const made = solveStop(experiment);
  solved.set(key, made);
  return made;
}

/** Value added per tonne of every use at the high end of its range. */
async function highValues(): Promise<Record<string, number>> {
  const { chain } = await laboratory({});
  const rows = (chain.assumptions ?? []).filter(({ id }) => id.startsWith("demand.value-added."));
  return Object.fromEntries(rows.map(({ id, high }) => [id, high]));
}

async function solveStop(experiment: Experiment): Promise<ShockResult> {
  const scenario = await builtInScenario("status-quo");
  const parameters = experiment.has("values") ? await highValues() : {};
  const lab = await laboratory({ ...scenario.parameters, ...parameters });
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
