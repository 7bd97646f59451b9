import { ensemble, type Ensemble } from "@didym/core/uncertainty";
import type { Job } from "../../../worker/protocol.js";
import type { Laboratory, ScenarioDocument } from "../../../worker/laboratory.js";
import { scenarioHash } from "@didym/core/scenario";

export interface BandsQuestion {
  readonly document: ScenarioDocument;
  /** Metric references without year. */
  readonly references: readonly string[];
  readonly draws: number;
}

/** An ensemble, of which scenario and of which figures; the same form as the stored files, of which old ones hold no single draws. */
export interface BandsAnswer extends Omit<Ensemble, "scenario" | "paths"> {
  readonly paths?: Ensemble["paths"];
  readonly hash: string;
  readonly data: string;
}

/** That of the stored bands, so that both draw from the same streams. */
export const bandSeed = 1;

/** Bands of figures over draws of the assumptions; undefined where nobody waits for them any more. @throws IssueError. */
export async function answerBands(
  { file, stored, versions, read }: Laboratory,
  { document, references, draws }: BandsQuestion,
  job: Job,
): Promise<BandsAnswer | undefined> {
  const { scenario } = read(document);
  const options = { draws, seed: bandSeed, ...(stored !== undefined && { stored }) };
  const steps = ensemble(file, [scenario], references, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const [found] = step.value;
      if (found === undefined) return undefined;
      const { scenario: _, ...rest } = found;
      return { ...rest, hash: scenarioHash(scenario), data: versions.data };
    }
    job.progress(step.value.done, step.value.total);
    await job.breathe();
    if (job.cancelled) return undefined;
  }
}
