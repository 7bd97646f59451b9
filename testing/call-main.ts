import { main } from "../packages/cli/src/main.js";
import type { Io, Sink } from "../packages/cli/src/io.js";
import { repositoryRoot } from "./repository-root.js";

/** What the command line printed, without a process of its own. */
export interface CallResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as bytes. */
  readonly bytes: Uint8Array;
}

interface CallOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly terminal?: boolean;
  readonly cwd?: string;
}

function collect(isTerminal: boolean): Sink & { readonly bytes: () => Buffer } {
  const chunks: Uint8Array[] = [];
  return {
    isTerminal,
    write: (content) => {
      chunks.push(Buffer.from(content));
      return Promise.resolve();
    },
    bytes: () => Buffer.concat(chunks),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Runs the command line inside this process with captured output. */
export async function callMain(args: readonly string[], options: CallOptions = {}): Promise<CallResult> {
  const stdout = collect(options.terminal ?? false);
  const stderr = collect(options.terminal ?? false);
  const io: Io = {
    stdout,
    stderr,
    stdin: () => oneChunk(options.stdin ?? ""),
    env: options.env ?? {},
    cwd: options.cwd ?? repositoryRoot,
    now: () => performance.now(),
    onInterrupt: () => undefined,
  };
  const code = await main(args, io);
  const bytes = stdout.bytes();
  return { code, stdout: bytes.toString("utf8"), stderr: stderr.bytes().toString("utf8"), bytes };
}
