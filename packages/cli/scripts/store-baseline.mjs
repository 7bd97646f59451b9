// Solves the policies in force once and stores their prices, so that every run begins near an answer.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
