import type { Chain } from "../chain/chain.js";
import type { World } from "../fields/index.js";
import type { CompiledLever } from "../levers/lever.js";
import { leverOf } from "../levers/register.js";
import type { Scenario, ScenarioLever } from "./scenario.js";

export interface RunContext {
  readonly chain: Chain;
  readonly world: World;
  readonly baseYear: number;
  /** Price level of a year relative to the base year's. */
  readonly priceLevel: (year: number) => number;
  /** Overnight capital cost of named projects, kUSD, where it is known. */
  readonly outlay?: Readonly<Record<string, number>>;
}

/** Levers in the order in which they act. `{ ...scenario, members }` compiles the same package for another set of members. */
export function compileScenario(
  scenario: Pick<Scenario, "levers" | "members">,
  run: RunContext,
): CompiledLever[] {
  return scenario.levers.map((lever) => compileLever(lever, scenario.members, run));
}

/** A lever of a scenario as a pure change of a year's market and terms. */
export function compileLever(
  lever: ScenarioLever,
  members: readonly string[],
  run: RunContext,
): CompiledLever {
  const { id, kind, from, to, params } = lever;
  const definition = leverOf(kind)!;
  const effect = definition.compile(params, { ...run, id, from, to, members });
  return {
    id,
    kind,
    from,
    to,
    ...effect,
    warnings: effect.warnings ?? [],
  };
}
