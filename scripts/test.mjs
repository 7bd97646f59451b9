import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { root } from "./setup/paths.mjs";
import { say } from "./setup/run.mjs";
import { findParts } from "./test/parts.mjs";
import { closingLine } from "./test/tally.mjs";

function vitest(args, env) {
  const program = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", `--reporter=${join(root, "scripts", "test", "reporter.mjs")}`];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, "run", ...reporters, ...args], {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("exit", (code) => resolve(code ?? 1));
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  });
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runSuites(args) {
  const deep = args.includes("--deep");
  await setUp();
  const parts = await findParts();
  const folder = mkdtempSync(join(tmpdir(), "didym-test-"));
  const file = join(folder, "counts.json");
  const env = {
    ...process.env,
    ...parts,
    ...(deep ? { DIDYM_DEEP: "1" } : {}),
    DIDYM_TEST_COUNTS: file,
    DIDYM_CACHE: join(folder, "cache"),
  };
  const code = await vitest(
    args.filter((arg) => arg !== "--deep"),
    env,
  );
  const counts = readCounts(file);
  rmSync(folder, { recursive: true, force: true });
  const clean = counts.failed === 0 && counts.passed > 0;
  // vitest may fail for a reason that is no test, such as an obsolete snapshot in CI
  return code !== 0 && clean ? { ...counts, failed: 1 } : counts;
}

let counts;
try {
  counts = await runSuites(process.argv.slice(2));
} catch (error) {
  say(`Set-up failed: ${error.message}`);
  counts = { passed: 0, failed: 1, skipped: 0 };
}
process.stdout.write(`${closingLine(counts)}\n`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
