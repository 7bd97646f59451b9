import type { Issue } from "@didym/core/errors";
import type { Laboratory } from "./laboratory.js";

/** What a long job may do: tell how far it is, let other messages in, and learn that nobody waits for it any more. */
export interface Job {
  readonly cancelled: boolean;
  progress(done: number, total: number): void;
  /** Lets the worker read its messages; call it between pieces of at most some 50 ms. */
  breathe(): Promise<void>;
}

/** Answers one kind of question in the worker. Input and output are plain data. */
export type Handler<I, O> = (laboratory: Laboratory, input: I, job: Job) => O | Promise<O>;

/** Page to worker. `start` comes first and once. */
export type Call =
  | { readonly type: "start"; readonly chain: string; readonly scenarios: string; readonly version: string }
  | { readonly type: "ask"; readonly id: number; readonly kind: string; readonly input: unknown }
  | { readonly type: "cancel"; readonly id: number };

/** Worker to page. */
export type Reply =
  | { readonly type: "answer"; readonly id: number; readonly output: unknown }
  | { readonly type: "progress"; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: "failure"; readonly id: number; readonly issues: readonly Issue[] };
