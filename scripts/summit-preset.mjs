// Writes packages/data/dist/compiled/summit-NAME.json: the answer of a full scan and every profile's payoff lines, for a page to play at once.
// A scan takes minutes; it goes on where it was stopped. Usage: node scripts/summit-preset.mjs NAME [more arguments of didym summit]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { bin, root } from "./setup/paths.mjs";

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
  const rows = parse(readFileSync(join(folder, "payoffs.csv"), "utf8"), { columns: true });
  const tenths = (text) => Math.round(10 * Number(text)) / 10;
  const parties = [...new Set(rows.map(({ party }) => party))];
  const preset = {
    schema: "didym/summit-preset@1",
    answer,
    // by profile (bit i = seat i commits), then by party; MUSD
    parties,
    constant: rows.map((row) => tenths(row.constant)),
    slope: rows.map((row) => tenths(row.slope)),
  };
  writeFileSync(
    join(root, "packages", "data", "dist", "compiled", `summit-${name}.json`),
    JSON.stringify(preset),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
