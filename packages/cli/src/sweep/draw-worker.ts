import { parentPort, workerData } from "node:worker_threads";
import { drawSolver } from "./solve-draw.js";
import type { DrawAnswer, SweepJob } from "./sweep-job.js";

/** What a worker answers to the number of a draw. */
export type DrawReply = { readonly answer: DrawAnswer } | { readonly fault: string };

if (parentPort !== null) {
  const port = parentPort;
  const prepared = drawSolver(workerData as SweepJob);
  port.on("message", (draw: number) => {
    void prepared
      .then(({ solve }) => solve(draw))
      .then(
        (answer): DrawReply => ({ answer }),
        (error: unknown): DrawReply => ({ fault: error instanceof Error ? error.message : String(error) }),
      )
      .then((reply) => {
        port.postMessage(reply);
      });
  });
}
