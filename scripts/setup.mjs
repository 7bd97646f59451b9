import { pathToFileURL } from "node:url";
import { withLock } from "./setup/lock.mjs";
import { say } from "./setup/run.mjs";
import { readStamps, writeStamp } from "./setup/stamps.mjs";
import { steps } from "./setup/steps.mjs";

/** Ends the process with a plain sentence where Node is too old. */
function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Didym needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

function due(step, stamps) {
  if (step.when !== undefined && !step.when()) return false;
  return !step.made() || stamps[step.name] !== step.mark();
}

/** True when nothing has to be installed or built. */
export function upToDate() {
  const stamps = readStamps();
  return steps.every((step) => !due(step, stamps));
}

/**
 * Installs and builds what is missing or older than its sources; says what it does on stderr.
 * Does nothing where DIDYM_NO_SETUP is set.
 */
export async function setUp() {
  requireNode();
  if (process.env.DIDYM_NO_SETUP || upToDate()) return;
  await withLock(async () => {
    for (const step of steps) {
      if (!due(step, readStamps())) continue;
      say(`${step.says} …`);
      const mark = step.mark();
      await step.do();
      writeStamp(step.name, mark);
    }
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setUp();
}
