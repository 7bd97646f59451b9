import { IssueError, type Issue } from "@didym/core/errors";
import type { Input, Kind, Output } from "../worker/handlers.js";
import type { Call, Reply } from "../worker/protocol.js";

export interface AskOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Aborting tells the worker that nobody waits; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** The worker as the page sees it: a question, a promise. */
export interface Client {
  ask<K extends Kind>(kind: K, input: Input<K>, options?: AskOptions): Promise<Output<K>>;
  close(): void;
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: AskOptions["onProgress"];
}

/** What of a Worker is used; a test gives its own. */
export interface Port {
  postMessage(call: Call): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** Starts asking `port`, whose model reads its figures at `address` (the folder `data/` beside the page). */
export function createClient(port: Port, address: string, version: string): Client {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  port.onmessage = ({ data }) => {
    const question = waiting.get(data.id);
    if (question === undefined) return;
    if (data.type === "progress") {
      question.onProgress?.(data.done, data.total);
      return;
    }
    waiting.delete(data.id);
    if (data.type === "answer") question.resolve(data.output);
    else question.reject(new IssueError(data.issues as [Issue, ...Issue[]]));
  };
  port.onerror = (event) => {
    const issue = { code: "INTERNAL", details: { reason: event.message } };
    for (const { reject } of waiting.values()) reject(new IssueError([issue]));
    waiting.clear();
  };
  const at = (name: string) => new URL(`data/${name}`, address).href;
  port.postMessage({
    type: "start",
    chain: at("rare-earths.json"),
    scenarios: at("scenarios.json"),
    version,
  });
  return {
    ask: (kind, input, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, { resolve: resolve as (output: unknown) => void, reject, onProgress });
        signal?.addEventListener("abort", () => {
          if (!waiting.delete(id)) return;
          port.postMessage({ type: "cancel", id });
          reject(signal.reason as Error);
        });
        port.postMessage({ type: "ask", id, kind, input });
      }),
    close: () => {
      port.terminate();
    },
  };
}

/** A client with a worker of its own. */
export function startModel(): Client {
  const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
  return createClient(worker as unknown as Port, document.baseURI, __DIDYM_VERSION__);
}
