import { bestLicence, type LeverEntry } from "@didym/core/reactions";
import { presentValue, valueOf, type RunResult } from "@didym/core/results";
import type { Scenario } from "@didym/core/scenario";
import { answerBy, answered, withResponse } from "@didym/core/summit";
import type { Context } from "../command/context.js";
import { scenarioLibrary } from "../scenario/library.js";
import { scenarioContext } from "../scenario/scenario-context.js";
import { laboratory } from "./laboratory.js";

/** The search over one restriction; others answer by a rule of the summit's menu. */
export const bestRestriction = "best-restriction";

/** How a power answered a scenario; money MUSD, present values. */
export interface Response {
  readonly rule: string;
  readonly by: string;
  readonly levers: readonly LeverEntry[];
  /** Of the search: the share of the base year that licences leave, what that is worth to who answers, and all that was asked. */
  readonly search?: {
    readonly volume: number;
    readonly gain: number;
    readonly asked: readonly { readonly volume: number; readonly welfare: number }[];
  };
}

/**
 * The scenario with its response replaced by what a rule answers to it, all members having committed.
 * @throws IssueError `UNKNOWN_RESPONSE`.
 */
export async function respond(
  scenario: Scenario,
  rule: string,
  context: Context,
): Promise<{ scenario: Scenario; response: Response }> {
  const lab = await laboratory(scenario.parameters);
  const reading = await scenarioContext(await scenarioLibrary());
  const { frame } = lab;
  const seen = answered(scenario, frame, reading);
  const by = seen.situation.responder;
  if (rule !== bestRestriction) {
    const levers = answerBy(rule, seen, [bestRestriction]);
    return { scenario: withResponse(seen, levers, reading), response: { rule, by, levers } };
  }
  const worth = (entries: readonly LeverEntry[]): number => {
    context.throwIfStopped();
    const answer = withResponse(seen, entries, reading);
    return ownWelfare(lab.run(answer, { stop: () => context.signal.aborted }), by);
  };
  const { entries, volume, gain, asked } = bestLicence(seen.situation, seen.settings, worth);
  const search = {
    volume,
    gain: gain / 1000,
    asked: asked.map((one) => ({ volume: one.volume, welfare: one.welfare / 1000 })),
  };
  return {
    scenario: withResponse(seen, entries, reading),
    response: { rule, by, levers: entries, search },
  };
}

/** Present value of a region's welfare, kUSD. @throws IssueError where a year has no answer. */
function ownWelfare(run: RunResult, region: string): number {
  const { discountRate, valuationYear } = run.frame.parameters;
  const values = run.years.map((year) => valueOf(run, `welfare[${region},${year}]`) ?? 0);
  return presentValue(values, run.years, discountRate, valuationYear);
}
