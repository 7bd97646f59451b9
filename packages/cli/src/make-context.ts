import { IssueError } from "@didym/core/errors";
import type { Catalogue, Language } from "@didym/messages";
import type { Context } from "./command/context.js";
import type { GlobalFlags } from "./command/global-flags.js";
import type { Io } from "./io.js";
import { makeProgress } from "./output/progress.js";
import { readVersions } from "./versions.js";

/** A context and the way to end it. */
export interface LiveContext {
  readonly context: Context;
  /** Stops the timer and clears the progress line. */
  readonly end: () => void;
}

function timeLimitError(seconds: number): IssueError {
  return new IssueError([{ code: "TIME_LIMIT", expected: seconds }]);
}

/** Builds what a command sees of the world; Ctrl-C and --time-limit abort its signal with an IssueError. */
export function makeContext(
  io: Io,
  globals: GlobalFlags,
  language: Language,
  messages: Catalogue,
): LiveContext {
  const controller = new AbortController();
  const start = io.now();
  const limit = globals["time-limit"];
  const timer =
    limit === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort(timeLimitError(limit));
        }, limit * 1000);
  timer?.unref();
  io.onInterrupt(() => {
    controller.abort(new IssueError([{ code: "INTERRUPTED" }]));
  });
  const write = (text: string) => void io.stderr.write(text);
  const progress = makeProgress({ write, isTerminal: io.stderr.isTerminal, now: io.now }, messages.cli);
  const context: Context = {
    language,
    messages,
    globals,
    env: io.env,
    cwd: io.cwd,
    signal: controller.signal,
    progress,
    say: (line) => {
      progress.end();
      write(`${line}\n`);
    },
    write: (content) => io.stdout.write(content),
    words: (text) => text[language],
    stdin: io.stdin,
    versions: readVersions,
    throwIfStopped() {
      controller.signal.throwIfAborted();
      if (limit !== undefined && io.now() - start > limit * 1000) throw timeLimitError(limit);
    },
  };
  return {
    context,
    end() {
      clearTimeout(timer);
      progress.end();
    },
  };
}
