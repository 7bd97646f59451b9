import { existsSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Context } from "../command/context.js";
import type { DrawReply } from "./draw-worker.js";
import { drawSolver } from "./solve-draw.js";
import type { DrawAnswer, SweepJob } from "./sweep-job.js";

const workerFile = new URL("./draw-worker.js", import.meta.url);

/** Draws below which starting workers costs more than they bring. */
const worthWorkers = 8;

/** Called with each answer as soon as it is there. */
export type Keep = (draw: number, answer: DrawAnswer) => Promise<void>;

/** Solves draws here or over worker threads; the answers do not depend on how many. */
export async function runDraws(
  job: SweepJob,
  draws: readonly number[],
  workers: number,
  context: Pick<Context, "throwIfStopped">,
  keep: Keep,
): Promise<void> {
  const alone = workers < 2 || draws.length < worthWorkers || !existsSync(fileURLToPath(workerFile));
  const queue = draws.values();
  if (alone) {
    const { solve } = await drawSolver(job);
    for (const draw of queue) {
      await nextTurn();
      context.throwIfStopped();
      await keep(draw, await solve(draw));
    }
    return;
  }
  const serve = async (): Promise<void> => {
    const worker = new Worker(workerFile, { workerData: job });
    try {
      for (const draw of queue) {
        context.throwIfStopped();
        await keep(draw, await ask(worker, draw));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, draws.length) }, serve));
}

function ask(worker: Worker, draw: number): Promise<DrawAnswer> {
  return new Promise((resolve, reject) => {
    worker.once("message", (reply: DrawReply) => {
      worker.off("error", reject);
      if ("fault" in reply) reject(new Error(reply.fault));
      else resolve(reply.answer);
    });
    worker.once("error", reject);
    worker.postMessage(draw);
  });
}
