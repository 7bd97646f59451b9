import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadChain } from "@didym/core/chain";
import { baseline } from "@didym/core/baseline";
import { prepareRun, run, startsOf, worldOfRun } from "@didym/core/results";
import { parseScenario } from "@didym/core/scenario";
import { rareEarths } from "@didym/data";
import { root } from "../scripts/setup/paths.mjs";

const bar = 30;
const [warmUp, measured] = [15, 60];

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function readScenario(chain, base, name) {
  const read = (id) => parse(readFileSync(join(root, "data", "scenarios", `${id}.yaml`), "utf8"));
  const library = {};
  const gather = (id) => {
    if (library[id] !== undefined) return;
    library[id] = read(id);
    for (const part of [library[id].extends ?? []].flat()) gather(part);
  };
  for (const id of ["status-quo", name]) gather(id);
  const years = [base.year, base.demandIndex.years.at(-1)];
  const reading = parseScenario(library[name], {
    world: worldOfRun(chain, base),
    years,
    library,
    inForce: ["status-quo"],
  });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues[0]));
  return reading.scenario;
}

/** 2024–2040 against a stored baseline, everything switched on: accounts, identities, investment, know-how, recycling, habit. */
export default function horizon() {
  const chain = loadChain(rareEarths());
  const base = baseline(chain);
  const frame = prepareRun(chain, base);
  const stored = run(chain, base, readScenario(chain, base, "status-quo"), { frame, keepFactors: true });
  const starts = startsOf(stored);
  const washington = readScenario(chain, base, "washington-2026");
  const floor = washington.levers.find(({ id }) => id === "price-floor");
  const times = [];
  let result = stored;
  for (let i = 0; i < warmUp + measured; i++) {
    const levers = washington.levers.map((lever) =>
      lever === floor ? { ...lever, params: { ...lever.params, at: 80 + i } } : lever,
    );
    const from = performance.now();
    result = run(chain, base, { ...washington, levers }, { frame, starts });
    if (i >= warmUp) times.push(performance.now() - from);
  }
  const { solves, iterations, factorisations, maxResidual } = result.solver;
  const p95 = quantile(times, 0.95);
  return [
    { case: "17 years, p95", value: p95, unit: "ms", bar, within: p95 <= bar },
    { case: "17 years, median", value: quantile(times, 0.5), unit: "ms" },
    { case: "iterations a solve", value: iterations / solves, unit: "" },
    { case: "factorisations a solve", value: factorisations / solves, unit: "" },
    { case: "largest residual", value: maxResidual, unit: "", bar: 1e-9, within: maxResidual <= 1e-9 },
    {
      case: "largest identity violation",
      value: Math.max(...Object.values(result.identities)),
      unit: "",
      bar: 1e-9,
      within: Math.max(...Object.values(result.identities)) <= 1e-9,
    },
  ];
}
