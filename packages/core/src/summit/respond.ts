import type { HorizonFrame } from "../horizon/frame.js";
import { memberRegions, select } from "../fields/index.js";
import {
  reactionOf,
  reactionSettings,
  standingOf,
  type LeverEntry,
  type Situation,
} from "../reactions/index.js";
import type { ReactionSettings } from "../reactions/index.js";
import type { Scenario, ScenarioContext } from "../scenario/index.js";
import { answeringOf } from "./situation.js";
import { rangeOf } from "./summit-assumptions.js";
import { writtenLever } from "./written-lever.js";

/** A scenario seen by who answers it, before an answer is chosen. */
export interface Answered {
  /** The scenario without the response that its file states. */
  readonly bare: Scenario;
  readonly situation: Situation;
  readonly settings: ReactionSettings;
}

/** Who answers a scenario, when, with what and to whom: its own response's author, years and goods, all members as the committed. */
export function answered(scenario: Scenario, frame: HorizonFrame, { world }: ScenarioContext): Answered {
  const { calibration } = frame;
  const { chain, baseline } = calibration;
  const value = (id: string) => rangeOf(chain, id, scenario.parameters).central;
  const defaults = { from: value("reaction.first-year"), to: value("reaction.last-year") };
  const { responder, from, to, squeezed, fought } = answeringOf(scenario, calibration, defaults);
  const bare = { ...scenario, levers: scenario.levers.filter((lever) => !lever.response) };
  const assumed = (chain.assumptions ?? []).map(({ id, value: shipped }) => ({
    id,
    value: scenario.parameters[id] ?? shipped,
  }));
  const goods = { squeezed: select(squeezed, world.goods), fought: select(fought, world.goods) };
  return {
    bare,
    settings: reactionSettings(assumed, goods),
    situation: {
      responder,
      committed: memberRegions(scenario.members, world).filter((id) => id !== responder),
      courted: [],
      from,
      to,
      baseYear: baseline.year,
      goods: world.goods,
      levers: bare.levers,
      ...standingOf(calibration, responder),
    },
  };
}

/** The scenario with these levers as its response. @throws IssueError as reading them does. */
export function withResponse(
  { bare }: Answered,
  entries: readonly LeverEntry[],
  reading: ScenarioContext,
): Scenario {
  const levers = entries.map((entry) => writtenLever(entry, bare.horizon, reading));
  return { ...bare, levers: [...bare.levers, ...levers] };
}

/** What a rule of the menu answers; `others` may be asked for beside it. @throws IssueError `UNKNOWN_RESPONSE`. */
export function answerBy(
  rule: string,
  { situation, settings }: Answered,
  others: readonly string[] = [],
): readonly LeverEntry[] {
  return reactionOf(rule, others).answer(situation, settings);
}
