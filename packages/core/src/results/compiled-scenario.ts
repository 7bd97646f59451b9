import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import { worldOf, type World } from "../fields/index.js";
import type { HorizonFrame } from "../horizon/frame.js";
import { IssueError } from "../errors/issue.js";
import { pow } from "../numeric/elementary.js";
import {
  compileScenario,
  leverDefaults,
  parseScenario,
  type Scenario,
  type ScenarioFile,
} from "../scenario/index.js";
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

/**
 * A scenario's levers compiled for this chain; one that is compiled already stays as it is. A scenario as its file writes it is read
 * first, against this chain alone: it extends nothing that it does not hold.
 *
 * @throws IssueError with every problem of a file.
 */
export function compiledScenario(
  frame: HorizonFrame,
  asked: RunScenario | Scenario | ScenarioFile,
): RunScenario {
  if (!("schema" in asked)) return asked;
  const { chain, baseline } = frame.calibration;
  const scenario = isRead(asked) ? asked : readFile(asked, chain, baseline);
  const { inflation } = frame.parameters;
  const priceLevel = (year: number) => pow(1 + inflation, year - baseline.year);
  const world = worldOfRun(chain, baseline);
  const context = { chain, world, baseYear: baseline.year, priceLevel, outlay: outlays(frame) };
  const { name, horizon, members, parameters } = scenario;
  return { name, horizon, members, parameters, levers: compileScenario(scenario, context) };
}

/** Overnight capital cost by named project, kUSD. */
function outlays({ investors }: HorizonFrame): Record<string, number> {
  return Object.fromEntries(
    investors.flatMap(({ project, capitalCost }) =>
      project === undefined ? [] : [[project.id, project.capacity * capitalCost]],
    ),
  );
}

/** Whether `parseScenario` made it: horizon, members and parameters are stated, and levers have a kind. */
function isRead(scenario: Scenario | ScenarioFile): scenario is Scenario {
  const { horizon, members, parameters, levers } = scenario;
  const stated = [horizon, members, parameters].every((part) => part !== undefined);
  return stated && Array.isArray(levers) && levers.every((lever) => "kind" in lever);
}

function readFile(file: ScenarioFile, chain: Chain, baseline: Baseline): Scenario {
  const reading = parseScenario(file, {
    world: worldOfRun(chain, baseline),
    years: [baseline.year, baseline.demandIndex.years.at(-1) ?? baseline.year],
    ...(chain.assumptions && { defaults: leverDefaults(chain.assumptions) }),
  });
  if ("issues" in reading) throw new IssueError(reading.issues);
  return reading.scenario;
}
