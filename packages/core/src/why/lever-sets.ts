import type { Scenario, ScenarioLever } from "../scenario/index.js";

/** Two scenarios told apart lever by lever: what both hold, and what only the first holds. */
export interface LeverSets {
  readonly common: readonly ScenarioLever[];
  readonly added: readonly ScenarioLever[];
}

/** A lever is the same if it acts the same: kind, years and parameters. Levers only the compared scenario holds are not in the result. */
export function leverSets(scenario: Scenario, against: Scenario | undefined): LeverSets {
  const others = new Set((against?.levers ?? []).map(actOf));
  const isCommon = (lever: ScenarioLever) => others.has(actOf(lever));
  return {
    common: scenario.levers.filter(isCommon),
    added: scenario.levers.filter((lever) => !isCommon(lever)),
  };
}

function actOf({ kind, from, to, params }: ScenarioLever): string {
  return JSON.stringify([kind, from, to, params]);
}
