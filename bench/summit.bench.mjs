import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { baseline } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import { stability } from "@didym/core/games";
import { worldOfRun } from "@didym/core/results";
import { leverDefaults, parseScenario } from "@didym/core/scenario";
import { enter, openTable, prepareSummit } from "@didym/core/summit";
import { rareEarths } from "@didym/data";
import { root } from "../scripts/setup/paths.mjs";

const profiles = 4096;
/** Every 257th coalition: all sizes, all seats. */
const sample = Array.from({ length: 16 }, (_, k) => (k * 257 + 77) % profiles);
const cores = 2;

function readScenario(chain, base, name) {
  const library = {};
  const gather = (id) => {
    if (library[id] !== undefined) return;
    library[id] = parse(readFileSync(join(root, "data", "scenarios", `${id}.yaml`), "utf8"));
    for (const part of [library[id].extends ?? []].flat()) gather(part);
  };
  for (const id of ["status-quo", name]) gather(id);
  const reading = parseScenario(library[name], {
    world: worldOfRun(chain, base),
    years: [base.year, base.demandIndex.years.at(-1)],
    library,
    inForce: ["status-quo"],
    defaults: leverDefaults(chain.assumptions),
  });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues[0]));
  return reading.scenario;
}

function cpuSeconds(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function judged(name, value, bar, unit = "s") {
  return { case: name, value, unit, bar, within: value <= bar };
}

/** Profiles of the coalition game: 17 years and 4 stops each; the whole scan is extrapolated from a sample. */
export default function summit() {
  const chain = loadChain(rareEarths());
  const base = baseline(chain);
  const prepared = prepareSummit(chain, base, readScenario(chain, base, "washington-2026"));
  const credible = { ...prepared, response: "credible" };
  const solve = (summitOf, masks) => masks.forEach((commit) => enter(summitOf, { commit, deal: 0 }));
  solve(prepared, sample.slice(0, 4));
  const perProfile = cpuSeconds(() => solve(prepared, sample)) / sample.length;
  const perMenu = cpuSeconds(() => solve(credible, sample.slice(0, 4))) / 4;
  const table = openTable(prepared);
  const movers = cpuSeconds(() => table.movers({ commit: 0b1011_0110_1101, deal: 0 }));
  const seats = prepared.players.length;
  const payoff = Float64Array.from({ length: profiles * seats }, (_, k) => ((k * 7919) % 1009) - 504);
  const judging = performance.now();
  stability({ seats, payoff });
  const judgingTook = (performance.now() - judging) / 1000;
  const kept = profiles * (prepared.parties.length * prepared.items.ids.length * prepared.years.length * 8);
  const peak = (process.resourceUsage().maxRSS * 1024 + kept) / 2 ** 30;
  return [
    { case: "one profile, 17 years and 4 stops, processor time", value: 1000 * perProfile, unit: "ms" },
    judged("4,096 profiles on two cores, extrapolated", (profiles * perProfile) / cores, 120),
    judged("the same with the best reply of six, extrapolated", (profiles * perMenu) / cores, 600),
    judged("movers: one profile and its 12 single deviations, processor time", movers, 0.6),
    judged("stability from given payoffs", judgingTook, 0.1),
    judged("peak memory, with the accounts of all profiles", peak, 1.5, "GiB"),
  ];
}
