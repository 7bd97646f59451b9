import { spawn } from "node:child_process";
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { bin, cache, root } from "./setup/paths.mjs";
import { say } from "./setup/run.mjs";
import { wantedPort } from "./start/wanted-port.mjs";

const scenario = ["run", "washington-2026", "--against", "status-quo"];

let running;

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exit(0);
  });
}

function didym(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    running = child;
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

async function start(port) {
  await setUp();
  const out = join(cache, "start");
  const code = await didym([...scenario, "--out", out]);
  if (code !== 0) return code;
  const { serveLaboratory } = await import("../packages/cli/dist/server/serve-laboratory.js");
  const { address } = await serveLaboratory({ port });
  process.stdout.write(`Laboratory: ${address}\n`);
  return undefined;
}

try {
  const code = await start(wantedPort(process.argv.slice(2), process.env));
  if (code !== undefined) process.exit(code);
} catch (error) {
  say(error.message);
  process.exit(1);
}
