import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { IssueError } from "@didym/core/errors";
import type { Job, JobDone } from "./job.js";

/** Runs jobs apart from the server, a few at a time, so that it goes on answering and can end what takes too long. */
export interface JobPool {
  /**
   * @param seconds after which the job is ended.
   * @param signal aborted when nobody waits for the answer any more.
   * @throws IssueError BUSY, TIME_LIMIT, or INTERNAL where the worker died.
   */
  run(job: Job, seconds: number, signal: AbortSignal): Promise<JobDone>;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly threads?: number;
  /** Jobs that may wait. */
  readonly queue?: number;
}

interface Waiting {
  readonly start: () => void;
  readonly drop: () => void;
}

const megabytes = 1500;
/** Commands give up by themselves first and say so in their own words. */
const grace = 3;

export function jobPool({
  threads = Math.min(2, availableParallelism()),
  queue = 16,
}: PoolOptions = {}): JobPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Waiting[] = [];
  let running = 0;

  const spawn = (): Worker => {
    const worker = new Worker(new URL("./job-worker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    worker.unref();
    all.add(worker);
    return worker;
  };
  const end = (worker: Worker): void => {
    all.delete(worker);
    void worker.terminate();
  };
  const next = (): void => {
    if (running < threads) waiting.shift()?.start();
  };

  function turn(signal: AbortSignal): Promise<void> {
    if (running < threads) return Promise.resolve();
    if (waiting.length >= queue) throw new IssueError([{ code: "BUSY", found: waiting.length }]);
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        start: resolve,
        drop: () => {
          reject(gone());
        },
      };
      waiting.push(one);
      signal.addEventListener("abort", () => {
        const at = waiting.indexOf(one);
        if (at >= 0) waiting.splice(at, 1);
        one.drop();
      });
    });
  }

  async function run(job: Job, seconds: number, signal: AbortSignal): Promise<JobDone> {
    await turn(signal);
    running += 1;
    const worker = idle.pop() ?? spawn();
    try {
      const done = await work(worker, job, seconds, signal);
      idle.push(worker);
      return done;
    } catch (error) {
      end(worker);
      throw error;
    } finally {
      running -= 1;
      next();
    }
  }

  async function close(): Promise<void> {
    for (const { drop } of waiting.splice(0)) drop();
    await Promise.all([...all].map((worker) => worker.terminate()));
  }
  return { run, close };
}

const gone = (): IssueError => new IssueError([{ code: "INTERRUPTED" }]);

function work(worker: Worker, job: Job, seconds: number, signal: AbortSignal): Promise<JobDone> {
  return new Promise((resolve, reject) => {
    const died = (reason: string): void => {
      settle(() => {
        reject(new IssueError([{ code: "INTERNAL", details: { reason } }]));
      });
    };
    const onMessage = (done: JobDone): void => {
      settle(() => {
        resolve(done);
      });
    };
    const onError = (error: unknown): void => {
      died(error instanceof Error ? error.message : String(error));
    };
    const onExit = (code: number): void => {
      died(`worker ended with ${code}`);
    };
    const onAbort = (): void => {
      settle(() => {
        reject(gone());
      });
    };
    const onTime = (): void => {
      settle(() => {
        reject(new IssueError([{ code: "TIME_LIMIT", expected: seconds }]));
      });
    };
    const timer = setTimeout(onTime, 1000 * (seconds + grace));
    function settle(act: () => void): void {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      signal.removeEventListener("abort", onAbort);
      act();
    }
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    else worker.postMessage(job);
  });
}
