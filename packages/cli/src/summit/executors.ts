import { existsSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { IssueError } from "@didym/core/errors";
import { enter, type Entry, type Executor, type Profile } from "@didym/core/summit";
import type { Context } from "../command/context.js";
import type { ScanJob, ScanReply } from "./scan-worker.js";

type Keep = (entry: Entry) => Promise<void>;
type Stops = Pick<Context, "throwIfStopped">;

const workerFile = new URL("./scan-worker.js", import.meta.url);
/** Profiles below which starting workers costs more than they bring. */
const worthWorkers = 24;
const batch = 4;

/** One profile after another in this process, each kept as soon as it is solved. */
export function here(context: Stops, keep: Keep): Executor {
  return async (summit, profiles, done) => {
    const entries: Entry[] = [];
    for (const profile of profiles) {
      await nextTurn();
      context.throwIfStopped();
      const entry = enter(summit, profile);
      await keep(entry);
      entries.push(entry);
      done(entries.length);
    }
    return entries;
  };
}

/** Profiles over worker threads; the values do not depend on how many. Few profiles are solved here. */
export function pooled(job: ScanJob, workers: number, context: Stops, keep: Keep): Executor {
  const alone = here(context, keep);
  return async (summit, profiles, done) => {
    if (workers < 2 || profiles.length < worthWorkers || !existsSync(fileURLToPath(workerFile)))
      return alone(summit, profiles, done);
    return overWorkers(job, workers, profiles, context, keep, done);
  };
}

async function overWorkers(
  job: ScanJob,
  workers: number,
  profiles: readonly Profile[],
  context: Stops,
  keep: Keep,
  done: (count: number) => void,
): Promise<readonly Entry[]> {
  const entries = new Map<number, Entry>();
  let next = 0;
  const serve = async (): Promise<void> => {
    const worker = new Worker(workerFile, { workerData: job });
    try {
      while (next < profiles.length) {
        context.throwIfStopped();
        const first = next;
        next += batch;
        const solved = await ask(worker, profiles.slice(first, first + batch));
        for (const [i, entry] of solved.entries()) {
          await keep(entry);
          entries.set(first + i, entry);
        }
        done(entries.size);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, serve));
  return profiles.map((_, i) => entries.get(i)!);
}

function ask(worker: Worker, profiles: readonly Profile[]): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const settle = (reply: ScanReply): void => {
      worker.off("error", reject);
      if ("issues" in reply) reject(new IssueError(reply.issues));
      else resolve(reply.entries);
    };
    worker.once("message", settle);
    worker.once("error", reject);
    worker.postMessage(profiles);
  });
}
