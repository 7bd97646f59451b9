import { resolveParties } from "@didym/core/fields";
import { compiledScenario, worldOfRun } from "@didym/core/results";
import {
  readShock,
  shock,
  stockRuleOf,
  toShockJson,
  type ShockJson,
  type ShockRequest,
  type ShockSpec,
} from "@didym/core/shock";
import type { Laboratory, ScenarioDocument } from "../../../worker/laboratory.js";

export interface ShockQuestion {
  readonly document: ScenarioDocument;
  readonly request: ShockRequest;
}

export interface ShockAnswer {
  readonly hash: string;
  readonly spec: ShockSpec;
  /** Where the stop is felt: each region, and `members` where it meets them all and nobody else. */
  readonly places: readonly string[];
  readonly result: ShockJson;
}

/** A stop in a year of the scenario's run. @throws IssueError: then there are no numbers. */
export function answerShock(laboratory: Laboratory, { document, request }: ShockQuestion): ShockAnswer {
  const { scenario, result, hash } = laboratory.solve(document);
  const world = worldOfRun(laboratory.chain, laboratory.base);
  const spec = readShock(request, scenario.members, world);
  const members = resolveParties(["members"], scenario.members, world, true).regions;
  const all = members.length === spec.to.length && members.every((region) => spec.to.includes(region));
  const { levers } = compiledScenario(result.frame, scenario);
  const rule = stockRuleOf(result.frame.calibration.chain);
  const places = [...(all ? ["members"] : []), ...spec.to];
  return { hash, spec, places, result: toShockJson(shock(result, levers, spec, rule)) };
}
