import { baseline, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain } from "@didym/core/chain";
import { worldOf } from "@didym/core/fields";
import { prepareRun, run, type RunResult } from "@didym/core/results";
import { compileScenario, type Scenario } from "@didym/core/scenario";
import { compiledChain } from "../data/compiled-chain.js";

/** One chain at one set of parameters, ready for many runs. */
export interface Laboratory {
  readonly chain: Chain;
  readonly baseline: Baseline;
  /** @throws IssueError where a year has no answer. `stop` is asked between iterations. */
  readonly run: (
    scenario: Scenario,
    options: { readonly ambiguity: boolean; readonly stop: () => boolean },
  ) => RunResult;
}

const open = new Map<string, Promise<Laboratory>>();

/** The shipped chain at these parameters; prepared once for all scenarios that share them. */
export function laboratory(parameters: Readonly<Record<string, number>>): Promise<Laboratory> {
  const key = JSON.stringify(Object.entries(parameters).sort());
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
  const plants = [...base.nodes, ...base.projects].flatMap(({ plant }) => plant ?? []);
  const world = worldOf(
    chain,
    [...new Set(plants)],
    base.projects.map(({ id }) => id),
  );
  const { inflation } = frame.parameters;
  const priceLevel = (year: number) => (1 + inflation) ** (year - base.year);
  return {
    chain,
    baseline: base,
    run(scenario, options) {
      const levers = compileScenario(scenario, { chain, world, baseYear: base.year, priceLevel });
      const { name, horizon, members } = scenario;
      return run(chain, base, { name, levers, horizon, members }, { frame, ...options });
    },
  };
}
