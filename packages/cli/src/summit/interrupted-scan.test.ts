import { spawn } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { repositoryRoot, runDidym, temporaryFolder } from "@didym/testing";

const folder = temporaryFolder();
const bin = join(repositoryRoot, "packages", "cli", "dist", "bin.js");
const file = join(folder, "duties.yaml");
writeFileSync(
  file,
  `schema: didym/scenario@1
name: short-duties
extends: []
horizon: [2024, 2027]
members: [USA, JPN, KOR]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2026 }
`,
);

const scan = (...more: string[]) => ["summit", file, "--response", "none", "--no-timing", "--json", ...more];
const env = (name: string) => ({ DIDYM_CACHE: join(folder, name) });

function solvedIn(name: string): string[] {
  const kept = join(folder, name, "summit");
  if (!existsSync(kept)) return [];
  return readdirSync(kept).flatMap((key) =>
    readdirSync(join(kept, key)).filter((entry) => entry.endsWith(".bin")),
  );
}

/** Starts a scan, and kills it without warning once some profiles are kept. */
async function killedScan(name: string): Promise<void> {
  const child = spawn(process.execPath, [bin, ...scan("--workers", "1")], {
    env: { ...process.env, ...env(name) },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  for (let waited = 0; waited < 60_000 && solvedIn(name).length < 3; waited += 20) await wait(20);
  child.kill("SIGKILL");
  await ended;
}

describe("a scan that was killed", () => {
  it("goes on with what it had and gives the same bytes, with any number of workers", async () => {
    await killedScan("killed");
    const before = solvedIn("killed").length;
    expect(before).toBeGreaterThanOrEqual(3);
    expect(before).toBeLessThan(27);
    const resumed = await runDidym(scan("--workers", "2"), { env: env("killed") });
    expect(resumed.code).toBe(0);
    const whole = await runDidym(scan("--workers", "1", "--no-cache"), { env: env("none") });
    expect(resumed.stdout).toBe(whole.stdout);
    expect(solvedIn("killed").length).toBeGreaterThan(before);
    const pooled = await runDidym(scan("--workers", "2", "--no-cache"), { env: env("none") });
    expect(pooled.stdout).toBe(whole.stdout);
  }, 240_000);
});
