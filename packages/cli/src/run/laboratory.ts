import { baseline, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain } from "@didym/core/chain";
import type { HorizonFrame } from "@didym/core/horizon";
import { prepareRun, run, type RunOptions, type RunResult } from "@didym/core/results";
import type { Scenario } from "@didym/core/scenario";
import { compiledChain } from "../data/compiled-chain.js";
import { readStarts } from "./stored-baseline.js";

/** One chain at one set of parameters, ready for many runs. */
export interface Laboratory {
  readonly chain: Chain;
  readonly baseline: Baseline;
  readonly frame: HorizonFrame;
  /** @throws IssueError where a year has no answer. */
  readonly run: (scenario: Scenario, options: RunOptions) => RunResult;
  /** The same without the stored baseline, which is made by it. */
  readonly solveCold: (scenario: Scenario) => RunResult;
}

const open = new Map<string, Promise<Laboratory>>();

/** The shipped chain at these parameters; prepared once for all scenarios that share them. */
export function laboratory(parameters: Readonly<Record<string, number>>): Promise<Laboratory> {
  const key = JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = open.get(key);
  if (known !== undefined) return known;
  const made = prepare(parameters);
  open.set(key, made);
  return made;
}

async function prepare(parameters: Readonly<Record<string, number>>): Promise<Laboratory> {
  const chain = loadChain(await compiledChain(), parameters);
  const base = baseline(chain);
  const frame = prepareRun(chain, base, parameters);
  const starts = await readStarts(chain);
  return {
    chain,
    baseline: base,
    frame,
    run: (scenario, options) =>
      run(chain, base, scenario, { frame, ...(starts !== undefined && { starts }), ...options }),
    solveCold: (scenario) => run(chain, base, scenario, { frame }),
  };
}
