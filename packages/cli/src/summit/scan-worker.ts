import { parentPort, workerData } from "node:worker_threads";
import { IssueError, type Issue } from "@didym/core/errors";
import { enter, type Entry, type Profile, type SummitOptions } from "@didym/core/summit";
import type { Scenario } from "@didym/core/scenario";
import { summitOf } from "./summit-of.js";

/** What a worker prepares before profiles come. */
export interface ScanJob {
  readonly scenario: Scenario;
  readonly options: Pick<
    SummitOptions,
    "response" | "players" | "minimum" | "penalty" | "assumptions" | "sidePayments"
  >;
}

export type ScanReply =
  { readonly entries: readonly Entry[] } | { readonly issues: readonly [Issue, ...Issue[]] };

if (parentPort !== null) {
  const port = parentPort;
  const { scenario, options } = workerData as ScanJob;
  const prepared = summitOf(scenario, options);
  port.on("message", (profiles: readonly Profile[]) => {
    void prepared
      .then((summit): ScanReply => ({ entries: profiles.map((profile) => enter(summit, profile)) }))
      .catch((error: unknown): ScanReply => {
        if (error instanceof IssueError) return { issues: error.issues };
        throw error;
      })
      .then((reply) => {
        port.postMessage(reply);
      });
  });
}
