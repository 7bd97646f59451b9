import { spawn } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.js";

/** What a run of the command line left behind. */
export interface DidymRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the compiled command line in a process of its own, in English unless `env.LANG` says otherwise. */
export function runDidym(args: readonly string[], options: RunOptions = {}): Promise<DidymRun> {
  const bin = join(repositoryRoot, "packages", "cli", "dist", "bin.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd ?? repositoryRoot,
      env: { ...process.env, LC_ALL: "", LANG: "en_US.UTF-8", ...options.env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
    child.stdin.on("error", () => undefined); // it may end before it reads
    child.stdin.end(options.input ?? "");
  });
}
