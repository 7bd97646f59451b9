// Solves the policies in force once and stores their prices, so that every run begins near an answer; beside them the hash of the program
// that solved them, by which kept work is named.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { storedBaseline } from "@didym/core/results";
import { compiledFolder } from "@didym/data";
import { laboratory } from "../dist/run/laboratory.js";
import { readScenario } from "../dist/scenario/read-scenario.js";

const { scenario } = await readScenario("status-quo", {
  stdin: () => process.stdin,
  cwd: process.cwd(),
  env: {},
});
const { chain, solveCold } = await laboratory(scenario.parameters);
const stored = storedBaseline(chain, solveCold(scenario));
writeFileSync(join(compiledFolder, "baseline.json"), `${JSON.stringify(stored)}\n`);

const programs = [import.meta.resolve("@didym/core"), import.meta.resolve("../dist/bin.js")];
const hash = createHash("sha256");
for (const folder of programs.map((url) => dirname(fileURLToPath(url)))) {
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".js"));
  for (const path of files.sort()) hash.update(path).update(readFileSync(join(folder, path)));
}
writeFileSync(join(compiledFolder, "code.json"), `${JSON.stringify({ hash: hash.digest("hex") })}\n`);
