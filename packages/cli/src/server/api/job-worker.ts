import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { Io } from "../../io.js";
import { main } from "../../main.js";
import type { Job, JobDone } from "./job.js";

/** Where finished work is kept; nothing else of the server's environment reaches a request, its language least of all. */
const kept = ["HOME", "XDG_CACHE_HOME", "DIDYM_CACHE"] as const;

async function* nothing(): AsyncIterable<Uint8Array> {
  // a request has no stdin
}

function ioInto(chunks: string[], cwd: string): Io {
  const decoder = new TextDecoder();
  return {
    stdout: {
      isTerminal: false,
      write: (content) => {
        chunks.push(typeof content === "string" ? content : decoder.decode(content));
        return Promise.resolve();
      },
    },
    stderr: { isTerminal: false, write: () => Promise.resolve() },
    stdin: nothing,
    env: Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    cwd,
    now: () => performance.now(),
    onInterrupt: () => undefined,
  };
}

/** Runs the command line as if it stood in a folder with the files. */
async function answer({ argv, files }: Job): Promise<JobDone> {
  const cwd = await mkdtemp(join(tmpdir(), "didym-request-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
    const chunks: string[] = [];
    const exitCode = await main(argv, ioInto(chunks, cwd));
    return { exitCode, text: chunks.join("") };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

if (parentPort !== null) {
  const port = parentPort;
  port.on("message", (job: Job) => {
    void answer(job).then((done) => {
      port.postMessage(done);
    });
  });
}
