import { existsSync } from "node:fs";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { IssueError } from "@didym/core/errors";
import { compiledScenario } from "@didym/core/results";
import type { Context } from "../command/context.js";
import { laboratory } from "./laboratory.js";
import {
  solvedAs,
  solveRead,
  type ReadToRun,
  type SolveAsked,
  type SolvedScenario,
} from "./solve-scenario.js";
import type { ThreadJob, ThreadReply } from "./solve-thread.js";

const threadFile = new URL("./solve-thread.js", import.meta.url);

/** A run under way in a thread; `result` may be asked for once. */
export interface Beside {
  readonly result: () => Promise<SolvedScenario>;
  readonly end: () => Promise<unknown>;
}

/**
 * Runs a scenario in a thread of its own while this one does something else: a command solves two scenarios, and most of its time is
 * the first use of the model's code. Where the program is not compiled, as in tests of its sources, it is solved here when asked for.
 */
export function solveBeside(read: ReadToRun, context: Context, asked: SolveAsked): Beside {
  if (!existsSync(fileURLToPath(threadFile)))
    return { result: () => solveRead(read, context, asked), end: () => Promise.resolve() };
  const { expectations, byLocation, ambiguity } = asked;
  const job: ThreadJob = {
    scenario: read.scenario,
    asked: {
      ...(expectations && { expectations }),
      ...(byLocation && { byLocation }),
      ...(ambiguity !== undefined && { ambiguity }),
    },
  };
  const worker = new Worker(threadFile, { workerData: job });
  const answer = once(worker, "message", { signal: context.signal });
  answer.catch(() => undefined);
  return {
    result: async () => {
      const reply = await replyOf(answer, context);
      if ("issues" in reply) throw new IssueError(reply.issues);
      const { frame } = await laboratory(read.scenario.parameters);
      const { levers } = compiledScenario(frame, read.scenario);
      return solvedAs(read.scenario, read.warnings, { ...reply.result, frame, levers });
    },
    end: () => worker.terminate(),
  };
}

async function replyOf(answer: Promise<unknown[]>, context: Context): Promise<ThreadReply> {
  try {
    return (await answer)[0] as ThreadReply;
  } finally {
    context.throwIfStopped();
  }
}
