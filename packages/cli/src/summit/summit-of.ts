import type { Scenario } from "@didym/core/scenario";
import { prepareSummit, type Summit, type SummitOptions } from "@didym/core/summit";
import { prepareRun } from "@didym/core/results";
import { laboratory } from "../run/laboratory.js";

/** The game of a scenario on the shipped chain, ready to be played. */
export async function summitOf(scenario: Scenario, options: SummitOptions): Promise<Summit> {
  const { chain, baseline } = await laboratory(scenario.parameters);
  const frame = prepareRun(chain, baseline, scenario.parameters);
  return prepareSummit(chain, baseline, scenario, { frame, ...options });
}
