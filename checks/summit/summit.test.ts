import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { baseline } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import { verifyMarket } from "@didym/core/equilibrium";
import { presentValue, run, worldOfRun } from "@didym/core/results";
import { compileLever, leverDefaults, parseScenario, type Scenario } from "@didym/core/scenario";
import {
  Book,
  inline,
  movers,
  payoffsOf,
  prepareSummit,
  profileLevers,
  type Profile,
} from "@didym/core/summit";
import { rareEarths } from "@didym/data";
import { repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const chain = loadChain(rareEarths());
const base = baseline(chain);

const folder = join(repositoryRoot, "data", "scenarios");
const library: Readonly<Record<string, unknown>> = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file.slice(0, -".yaml".length), parse(readFileSync(join(folder, file), "utf8"))]),
);

function scenarioOf(file: unknown): Scenario {
  const reading = parseScenario(file, {
    world: worldOfRun(chain, base),
    years: [base.year, base.demandIndex.years.at(-1)!],
    library,
    inForce: ["status-quo"],
    defaults: leverDefaults(chain.assumptions ?? []),
  });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues[0]));
  return reading.scenario;
}

const shortened = { ...(library["washington-2026"] as object), horizon: [2024, 2030] };
const summit = prepareSummit(chain, base, scenarioOf(shortened), { response: "licence-squeeze" });
const { players, parties, items, years } = summit;
const seat = (id: string) => 1 << players.indexOf(id);
const all = (1 << players.length) - 1;
const none: Profile = { commit: 0, deal: 0 };

describe("the Washington package at the real table", () => {
  const profiles: Profile[] = [
    { commit: all, deal: 0 },
    { commit: seat("USA") | seat("EU") | seat("KOR"), deal: seat("DEU") | seat("CAN") },
    { commit: seat("JPN") | seat("AUS"), deal: 0 },
  ];
  const book = new Book(summit, inline);
  book.fillNow([none, ...profiles]);
  const payoffs = payoffsOf(book);

  it.each(profiles)("has accounts that sum to the world's welfare: %o", (profile) => {
    let [gain, gross] = [0, 0];
    parties.forEach((_, party) => {
      for (const value of payoffs.items(profile, party).subarray(0, items.money)) {
        gain += value;
        gross += Math.abs(value);
      }
    });
    const world = [none, profile].map((found) => worldOf(found));
    expect(Math.abs(gain - (world[1] - world[0]))).toBeLessThanOrEqual(1e-9 * gross);
    expect(gross).toBeGreaterThan(1000);
  });

  /** Present value of the world's welfare, from a run of its own that is checked every year. */
  function worldOf(profile: Profile): number {
    const { levers, members } = profileLevers(summit, profile, summit.response);
    const compiled = levers.map((lever) => compileLever(lever, members, summit.compiling));
    const { name, horizon } = summit.scenario;
    const { frame, starts } = summit;
    const solved = run(chain, base, { name, horizon, members, levers: compiled }, { frame, starts });
    expect(Math.max(solved.identities.welfare, solved.identities.money)).toBeLessThan(1e-9);
    const welfare = solved.steps
      .filter(({ year }) => years.includes(year))
      .map(({ accounts }) => accounts.welfare.reduce((sum, value) => sum + value, 0));
    return presentValue(welfare, years, summit.assumptions.rate, summit.assumptions.asOf);
  }

  it("books what dealers concede once: it sums to nothing over the table", () => {
    const at = items.ids.indexOf("concession");
    const paid = parties.map((_, party) => payoffs.items(profiles[1], party)[at]);
    expect(Math.abs(paid.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-6);
    expect(paid[players.indexOf("DEU")]).toBeLessThan(0);
    expect(paid[parties.findIndex(({ id }) => id === "CHN")]).toBeGreaterThan(0);
  });

  it("moves nobody whose gain does not exceed what moves a seat", () => {
    const { movers: moving, threshold } = movers(summit, profiles[0]);
    for (const { seat: id, gain } of moving) expect(gain).toBeGreaterThan(threshold[id]);
  });
});

describe("policies that are the same", () => {
  const duties = {
    schema: "didym/scenario@1",
    name: "duties",
    horizon: [2024, 2027],
    members: players,
    levers: [
      { tariff: { importers: "members", exporters: ["CHN"], goods: ["magnet.*"], rate: "25%", from: 2026 } },
    ],
  };
  const nothing = { ...duties, levers: [{ tariff: { ...duties.levers[0].tariff, rate: "0%" } }] };

  it("are merged: a member state's duty while its customs union stays out", () => {
    const table = new Book(prepareSummit(chain, base, scenarioOf(duties), { response: "none" }), inline);
    const lone = [none, { commit: seat("DEU"), deal: 0 }, { commit: seat("FRA") | seat("ITA"), deal: 0 }];
    expect(table.distinct(lone)).toEqual([none]);
    expect(table.distinct([none, { commit: seat("DEU") | seat("EU"), deal: 0 }])).toHaveLength(2);
  });

  it("of no duty at all tie to the last bit for every party", () => {
    const empty = prepareSummit(chain, base, scenarioOf(nothing), { response: "none" });
    const table = new Book(empty, inline);
    const some = [none, { commit: all, deal: 0 }, { commit: seat("USA") | seat("JPN"), deal: 0 }];
    table.fillNow(some);
    const found = payoffsOf(table);
    for (const profile of some)
      parties.forEach((_, party) => {
        expect(found.line(profile, party)).toEqual({ constant: 0, slope: 0 });
      });
  });
});

describe("years solved without the independent check of each", () => {
  it("pass it", () => {
    const solved = run(
      chain,
      base,
      { name: "base", horizon: [2024, 2030], members: [], levers: [] },
      { frame: summit.frame, unverified: true },
    );
    for (const { market, equilibrium, identities } of solved.steps) {
      expect(verifyMarket(market, equilibrium).residual).toBeLessThan(1e-9);
      expect(Math.max(identities.mass, identities.money, identities.welfare)).toBeLessThan(1e-9);
    }
  });
});
