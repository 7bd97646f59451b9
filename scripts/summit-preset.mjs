// Writes packages/web/summit/NAME.json: the answer of a full scan, for the page to show at once. It is shown for the figures that it was made
// with only: make it anew when they change. A scan takes minutes; it goes on where it was stopped.
// Usage: node scripts/summit-preset.mjs NAME [more arguments of didym summit]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, root } from "./setup/paths.mjs";

/** Six digits are more than a reader needs. */
function rounded(value) {
  if (typeof value === "number") return Number(value.toPrecision(6));
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined) throw new Error("Which scenario?");
const folder = mkdtempSync(join(tmpdir(), "summit-"));
try {
  const { status } = spawnSync(
    process.execPath,
    [bin, "summit", name, "--no-timing", "--out", folder, ...rest],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  const { items: _, ...answer } = JSON.parse(readFileSync(join(folder, "answer.json"), "utf8"));
  const target = join(root, "packages", "web", "summit");
  mkdirSync(target, { recursive: true });
  writeFileSync(
    join(target, `${name}.json`),
    JSON.stringify({ schema: "didym/summit-preset@1", answer: rounded(answer) }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
