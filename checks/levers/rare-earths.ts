import { baseline, type Baseline } from "@didym/core/baseline";
import { IssueError } from "@didym/core";
import { loadChain, type Chain } from "@didym/core/chain";
import { worldOf } from "@didym/core/fields";
import { prepareRun, run, type RunResult } from "@didym/core/results";
import { compileScenario, parseScenario } from "@didym/core/scenario";
import { compileChain, compileData, readDataFolder } from "@didym/data";
import { repositoryRoot } from "@didym/testing";

export type Years = readonly [first: number, last: number];

export interface RareEarths {
  readonly chain: Chain;
  readonly base: Baseline;
  /** Solves these levers, as a scenario file writes them, with no others. @throws IssueError */
  solve(levers: readonly object[], horizon: Years): RunResult;
}

const files = readDataFolder(`${repositoryRoot}data`);
const tables = compileData(files).chains.find((entry) => entry.id === "rare-earths")!;
const json = compileChain(tables, files);

/** The shipped chain at these parameters, and its base year after `change`. */
export function rareEarths(
  parameters: Readonly<Record<string, number>> = {},
  change: (base: Baseline) => Baseline = (base) => base,
): RareEarths {
  const chain = loadChain(json, parameters);
  const base = change(baseline(chain));
  return { chain, base, solve: solver(chain, base, parameters) };
}

/** Runs on a chain and its base year, prepared once. */
export function solver(
  chain: Chain,
  base: Baseline,
  parameters: Readonly<Record<string, number>> = {},
): RareEarths["solve"] {
  const frame = prepareRun(chain, base, parameters);
  const plants = base.nodes.flatMap((node) => node.plant ?? []);
  const projects = base.projects.map((project) => project.id);
  const world = worldOf(chain, plants, projects);
  const priceLevel = (year: number): number => (1 + frame.parameters.inflation) ** (year - base.year);
  return (levers, horizon) => {
    const file = { schema: "didym/scenario@1", name: "check", extends: [], horizon, levers };
    const reading = parseScenario(file, { world, years: [base.year, 2040] });
    if ("issues" in reading) throw new IssueError(reading.issues);
    const { name, members } = reading.scenario;
    const compiled = compileScenario(reading.scenario, { chain, world, baseYear: base.year, priceLevel });
    return run(chain, base, { name, levers: compiled, horizon, members }, { frame });
  };
}
