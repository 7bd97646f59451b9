import type { RunResult } from "@didym/core/results";
import type { Scenario, ScenarioLever } from "@didym/core/scenario";

/** A scenario and its run. */
export interface RanBefore {
  readonly scenario: Scenario;
  readonly result: RunResult;
}

/**
 * The first years of a run that another scenario shares: those before any lever that the two do not have alike begins. Investors look at
 * what is in force, so that a lever changes nothing before its first year, and these years are the same to the bit.
 */
export function sharedYears(scenario: Scenario, before: RanBefore | undefined): RunResult["steps"] {
  if (before === undefined || !sameGround(scenario, before.scenario)) return [];
  const first = Math.min(...unlike(scenario.levers, before.scenario.levers).map(({ from }) => from));
  const last = Math.min(scenario.horizon[1], first - 1);
  return before.result.steps.filter(({ year }) => year <= last);
}

function sameGround(one: Scenario, other: Scenario): boolean {
  const ground = ({ horizon, members, parameters }: Scenario) =>
    JSON.stringify([horizon[0], members, Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return ground(one) === ground(other);
}

/** Levers of either list that the other has not in the same place and form: order is part of how levers act. */
function unlike(one: readonly ScenarioLever[], other: readonly ScenarioLever[]): ScenarioLever[] {
  const text = (lever: ScenarioLever | undefined) =>
    lever && JSON.stringify([lever.id, lever.kind, lever.from, lever.to, lever.params]);
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, k) => [one[k], other[k]] as const)
    .filter(([a, b]) => text(a) !== text(b))
    .flatMap((pair) => pair.filter((lever) => lever !== undefined));
}
