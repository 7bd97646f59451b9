import { parentPort, workerData } from "node:worker_threads";
import { IssueError, type Issue } from "@didym/core/errors";
import type { RunResult } from "@didym/core/results";
import type { Scenario } from "@didym/core/scenario";
import { laboratory } from "./laboratory.js";
import type { SolveAsked } from "./solve-scenario.js";

/** What a thread solves. */
export interface ThreadJob {
  readonly scenario: Scenario;
  readonly asked: Pick<SolveAsked, "expectations" | "byLocation" | "ambiguity">;
}

/** A run without what holds functions, which the asking side has too. */
export type PlainResult = Omit<RunResult, "frame" | "levers">;

export type ThreadReply =
  { readonly result: PlainResult } | { readonly issues: readonly [Issue, ...Issue[]] };

async function reply({ scenario, asked }: ThreadJob): Promise<ThreadReply> {
  try {
    const lab = await laboratory(scenario.parameters);
    const { frame: _frame, levers: _levers, ...result } = lab.run(scenario, asked);
    return { result };
  } catch (error) {
    if (error instanceof IssueError) return { issues: error.issues };
    throw error;
  }
}

if (parentPort !== null) parentPort.postMessage(await reply(workerData as ThreadJob));
