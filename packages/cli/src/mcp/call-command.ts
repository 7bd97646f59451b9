import type { Context } from "../command/context.js";
import type { Sink } from "../io.js";
import { main } from "../main.js";

/** What a command answered: its JSON document, and whether it is an error. */
export interface CommandResult {
  readonly failed: boolean;
  readonly document: unknown;
}

function collect(): Sink & { readonly text: () => string } {
  const chunks: Buffer[] = [];
  return {
    isTerminal: false,
    write: (content) => {
      chunks.push(Buffer.from(content));
      return Promise.resolve();
    },
    text: () => Buffer.concat(chunks).toString("utf8"),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* onePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Runs a command inside this process, as a person would call it, without durations. @param stdin what `-` reads. */
export async function callCommand(
  args: readonly string[],
  stdin: string,
  { env, cwd, language }: Pick<Context, "env" | "cwd" | "language">,
): Promise<CommandResult> {
  const stdout = collect();
  const code = await main(["--json", "--no-timing", "--lang", language, ...args], {
    stdout,
    stderr: collect(),
    stdin: () => onePiece(stdin),
    env,
    cwd,
    now: () => performance.now(),
    onInterrupt: () => undefined,
  });
  return { failed: code !== 0 && code !== 5, document: JSON.parse(stdout.text()) as unknown };
}
