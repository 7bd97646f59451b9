import { whySteps, type Cause, type Why } from "@didym/core/why";
import { causeLinks } from "@didym/messages";
import type { Names } from "../../../worker/describe.js";
import type { Job } from "../../../worker/protocol.js";
import { statusQuo, type Laboratory, type ScenarioDocument } from "../../../worker/laboratory.js";

export interface WhyQuestion {
  readonly document: ScenarioDocument;
  /** With its year, `price[oxide.NdPr,JPN,2030]`. */
  readonly metric: string;
}

export interface WhyAnswer extends Omit<Why, "causes"> {
  readonly hash: string;
  /** By lever, largest first: what it does and what moves, in words. */
  readonly chains: readonly { readonly lever: string; readonly links: readonly Names[] }[];
}

/** The command line's seed, so that sampled orders of levers are the same. */
const seed = 1;

/**
 * What each lever that the policies in force lack contributes to a figure; undefined where nobody waits for it any more.
 * @throws IssueError: then there are no numbers.
 */
export async function answerWhy(
  laboratory: Laboratory,
  { document, metric }: WhyQuestion,
  job: Job,
): Promise<WhyAnswer | undefined> {
  const { scenario, hash, result } = laboratory.solve(document);
  const inForce = laboratory.library[statusQuo];
  const against =
    inForce === undefined || scenario.name === statusQuo ? undefined : laboratory.read(inForce).scenario;
  const steps = whySteps({ scenario, metric, seed, ...(against !== undefined && { against }) }, (asked) =>
    asked === scenario ? result : laboratory.run(asked),
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const { causes, ...parts } = step.value;
      return { ...parts, hash, chains: causes.map((cause) => chainOf(laboratory, cause)) };
    }
    job.progress(step.value.done, step.value.total);
    await job.breathe();
    if (job.cancelled) return undefined;
  }
}

function chainOf({ chain }: Laboratory, cause: Cause): WhyAnswer["chains"][number] {
  const zh = causeLinks(cause, chain, "zh");
  return {
    lever: cause.lever,
    links: causeLinks(cause, chain, "en").map((en, i) => ({ en, zh: zh[i] ?? "" })),
  };
}
