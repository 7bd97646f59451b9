import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/** Runs a program with its output on our stderr; rejects with its exit code when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
      ...options,
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(" ")} ended with ${String(code ?? signal)}`));
    });
  });
}

/** Says something to the person, on stderr. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
