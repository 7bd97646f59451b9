import { baseline } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import type { Scenario } from "@didym/core/scenario";
import { prepareSummit, type Summit, type SummitOptions } from "@didym/core/summit";
import { compiledChain } from "../data/compiled-chain.js";
import { readStarts } from "../run/stored-baseline.js";

/** The game of a scenario on the shipped chain, ready to be played; structural draws make many, so none is kept. */
export async function summitOf(scenario: Scenario, options: SummitOptions): Promise<Summit> {
  const chain = loadChain(await compiledChain(), scenario.parameters);
  const starts = await readStarts(chain);
  return prepareSummit(chain, baseline(chain), scenario, { ...(starts && { starts }), ...options });
}
