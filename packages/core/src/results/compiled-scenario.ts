import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import { worldOf, type World } from "../fields/index.js";
import type { HorizonFrame } from "../horizon/frame.js";
import { pow } from "../numeric/elementary.js";
import { compileScenario, type Scenario } from "../scenario/index.js";
import type { RunScenario } from "./run-result.js";

/** Names that scenarios may use of a chain and its base year. */
export function worldOfRun(chain: Chain, baseline: Baseline): World {
  const plants = [...baseline.nodes, ...baseline.projects].flatMap(({ plant }) => plant ?? []);
  return worldOf(
    chain,
    [...new Set(plants)],
    baseline.projects.map(({ id }) => id),
  );
}

/** A scenario as read, its levers compiled for this chain; one that is compiled already stays as it is. */
export function compiledScenario(frame: HorizonFrame, scenario: RunScenario | Scenario): RunScenario {
  if (!("schema" in scenario)) return scenario;
  const { chain, baseline } = frame.calibration;
  const { inflation } = frame.parameters;
  const priceLevel = (year: number) => pow(1 + inflation, year - baseline.year);
  const context = { chain, world: worldOfRun(chain, baseline), baseYear: baseline.year, priceLevel };
  const { name, horizon, members, parameters } = scenario;
  return { name, horizon, members, parameters, levers: compileScenario(scenario, context) };
}
