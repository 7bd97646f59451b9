import type { Scenario } from "@didym/core/scenario";
import {
  drawnScenario,
  profileName,
  restingProfiles,
  structuralParameters,
  type Executor,
  type Profile,
  type Summit,
  type SummitAnswer,
  type SummitOptions,
} from "@didym/core/summit";
import { summitOf } from "./summit-of.js";

/** Share of structural draws in which nobody wants to move from a profile; every draw is another market, solved anew. */
export async function structuralOdds(
  summit: Summit,
  scenario: Scenario,
  options: SummitOptions,
  profiles: readonly Profile[],
  draws: number,
  execute: Executor,
  progress: (done: number, total: number) => void,
): Promise<SummitAnswer["structural"]> {
  const held = new Float64Array(profiles.length);
  const drawn = structuralParameters(summit.chain, draws);
  for (const [d, parameters] of drawn.entries()) {
    const other = drawnScenario(scenario, parameters);
    const resting = await restingProfiles(await summitOf(other, options), profiles, execute);
    resting.forEach((rests, i) => (held[i] += rests ? 1 : 0));
    progress(d + 1, draws);
  }
  return {
    draws,
    odds:
      draws === 0
        ? []
        : profiles.map((profile, i) => ({
            coalition: profileName(profile, summit.players),
            odds: held[i] / draws,
          })),
  };
}
