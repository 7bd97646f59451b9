import { enter, type Executor, type Solve } from "@didym/core/summit";
import type { Job } from "../../../worker/protocol.js";

/** Thrown where nobody waits for the answer any more. */
export class Cancelled extends Error {}

/** One profile after another, letting messages in between; ends where nobody waits any more. */
export function steadyExecutor(solve: Solve, job: Job): Executor {
  return async (summit, profiles, done) => {
    const entries = [];
    for (const profile of profiles) {
      await job.breathe();
      if (job.cancelled) throw new Cancelled("nobody waits");
      entries.push(enter(summit, profile, solve));
      done(entries.length);
    }
    return entries;
  };
}
