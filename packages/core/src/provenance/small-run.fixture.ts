import { baseline } from "../baseline/index.js";
import type { ChainFile } from "../chain/chain-file.js";
import { loadChain } from "../chain/index.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { toyAssumptions } from "../fixtures/toy-assumptions.js";
import { prepareRun, run, type RunResult } from "../results/index.js";
import type { Scenario } from "../scenario/index.js";

/** The small chain of the fixtures with parameters of the years, so that it can be run. */
export function runnableFile(): ChainFile {
  const file = smallChainFile();
  const assumptions = [...file.tables.assumptions, ...toyAssumptions];
  return { ...file, tables: { ...file.tables, assumptions } };
}

export const plain = {
  schema: "didym/scenario@1",
  name: "plain",
  levers: [],
  members: ["JPN"],
  horizon: [2024, 2026],
  parameters: {},
} as unknown as Scenario;

export function runPlain(file: ChainFile, scenario: Scenario = plain): RunResult {
  const chain = loadChain(file, scenario.parameters);
  const base = baseline(chain);
  return run(chain, base, scenario, { frame: prepareRun(chain, base, scenario.parameters) });
}
