// Writes packages/web/bands/NAME.json: bands of what the page shows first, over draws of the model's assumptions, for built-in scenarios.
// A draw takes about a second. Usage: node scripts/bands.mjs [--draws 48] [NAME …]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensemble } from "../packages/core/dist/uncertainty/index.js";
import { scenarioHash } from "../packages/core/dist/scenario/index.js";
import { compiledChain } from "../packages/cli/dist/data/compiled-chain.js";
import { laboratory } from "../packages/cli/dist/run/laboratory.js";
import { readScenario } from "../packages/cli/dist/scenario/read-scenario.js";
import { root } from "./setup/paths.mjs";

const { values, positionals } = parseArgs({
  options: { draws: { type: "string", default: "48" } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : ["washington-2026", "status-quo"];
const draws = Number(values.draws);
/** As the page draws for scenarios of the visitor's own. */
const seed = 1;
const places = [
  "members",
  "CHN",
  "USA",
  "JPN",
  "DEU",
  "FRA",
  "ITA",
  "GBR",
  "CAN",
  "AUS",
  "IND",
  "KOR",
  "MEX",
  "EUX",
];
const goods = [
  "oxide.NdPr",
  "oxide.Dy",
  "oxide.Tb",
  "magnet.NdFeB-standard",
  "magnet.NdFeB-high-temperature",
];
const references = places.flatMap((region) => [
  ...goods.map((good) => `price[${good},${region}]`),
  `exposure[oxide,${region},CHN,direct]`,
  `exposure[oxide,${region},CHN,embodied]`,
  `unmet[region=${region}]`,
  `fiscal-cost[region=${region}]`,
]);

const context = { stdin: () => Promise.resolve(""), cwd: process.cwd() };
const scenarios = [];
for (const name of names) scenarios.push((await readScenario(name, context)).scenario);
const [file, { chain }] = await Promise.all([compiledChain(), laboratory({})]);
const stored = JSON.parse(readFileSync(join(root, "packages/data/dist/compiled/baseline.json"), "utf8"));
const steps = ensemble(file, scenarios, references, { draws, seed, stored });
let step = steps.next();
for (; !step.done; step = steps.next())
  process.stderr.write(`draw ${String(step.value.done + 1)} of ${String(step.value.total)}\n`);

const folder = join(root, "packages", "web", "bands");
mkdirSync(folder, { recursive: true });
const short = (value) => Number(value.toPrecision(4));
step.value.forEach(({ scenario, ...found }, i) => {
  const shortened = (entries) =>
    Object.fromEntries(entries.map(([reference, rows]) => [reference, rows.map((row) => row.map(short))]));
  const bands = shortened(Object.entries(found.bands));
  // single draws are drawn of prices only
  const paths = shortened(
    Object.entries(found.paths).filter(([reference]) => reference.startsWith("price[")),
  );
  const head = {
    schema: "didym/bands@1",
    hash: scenarioHash(scenarios[i]),
    data: `${chain.version}+${chain.hash}`,
    seed,
  };
  writeFileSync(join(folder, `${scenario}.json`), `${JSON.stringify({ ...head, ...found, bands, paths })}\n`);
});
