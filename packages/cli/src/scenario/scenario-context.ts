import { loadChain, type Chain } from "@didym/core/chain";
import { worldOf, type World } from "@didym/core/fields";
import { leverDefaults, type ScenarioContext } from "@didym/core/scenario";
import { compiledChain } from "../data/compiled-chain.js";
import { libraryValues, type ScenarioLibrary } from "./library.js";

/** The scenario that holds the policies in force: what every scenario extends that does not say otherwise. */
const inForce = "status-quo";

function worldOfChain(chain: Chain): World {
  const plants = (chain.base?.nodes ?? []).flatMap(({ plant }) => (plant === undefined ? [] : [plant]));
  const projects = (chain.base?.projects ?? []).map(({ id }) => id);
  return worldOf(chain, [...new Set(plants)], projects);
}

/** What scenarios are read against: the names of the shipped chain, its years, its parameters, the built-in scenarios. */
export async function scenarioContext(library: ScenarioLibrary): Promise<ScenarioContext> {
  const chain = loadChain(await compiledChain());
  const first = chain.base?.year ?? 0;
  const last = chain.base?.demandIndex.years.at(-1) ?? first;
  return {
    world: worldOfChain(chain),
    years: [first, last],
    library: libraryValues(library),
    inForce: Object.hasOwn(library, inForce) ? [inForce] : [],
    defaults: leverDefaults(chain.assumptions ?? []),
    parameters: (chain.assumptions ?? []).map(({ id }) => id),
    ranges: Object.fromEntries(
      (chain.assumptions ?? []).map(({ id, low, high }) => [id, [low, high] as const]),
    ),
  };
}
