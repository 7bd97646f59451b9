import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setUp } from "./setup.mjs";
import { root } from "./setup/paths.mjs";
import { say } from "./setup/run.mjs";
import { benchTable } from "./bench/table.mjs";

const folder = join(root, "bench");

function workloads() {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".bench.mjs"))
    .map((name) => name.slice(0, -".bench.mjs".length))
    .sort();
}

/**
 * A workload is bench/NAME.bench.mjs with a default export `async () => rows`, each row
 * `{ case, value, unit, bar, within }`; `within` is absent where there is no bar.
 */
async function runWorkload(name) {
  say(`${name} …`);
  const { default: measure } = await import(pathToFileURL(join(folder, `${name}.bench.mjs`)).href);
  return (await measure()).map((row) => ({ workload: name, ...row }));
}

async function bench(wanted) {
  await setUp();
  const known = workloads();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No workload ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  const rows = [];
  for (const name of wanted.length > 0 ? wanted : known) rows.push(...(await runWorkload(name)));
  process.stdout.write(benchTable(rows));
  mkdirSync(join(root, "out"), { recursive: true });
  writeFileSync(
    join(root, "out", "bench.json"),
    `${JSON.stringify({ schema: "didym/bench@1", rows }, null, 2)}\n`,
  );
  say("Written: out/bench.json");
  return rows.every((row) => row.within !== false);
}

try {
  process.exitCode = (await bench(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  say(error.message);
  process.exitCode = 2;
}
