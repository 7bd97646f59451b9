import { describe, expect, it } from "vitest";
import { toyChain } from "../fixtures/toy.js";
import { smallWorld } from "../fixtures/small-world.js";
import { levers } from "../levers/register.js";
import { compileScenario, type RunContext } from "./compile-scenario.js";
import { parseScenario } from "./parse-scenario.js";
import { fieldNames } from "./read-lever.js";

const run: RunContext = { chain: toyChain, world: smallWorld, baseYear: 2024, priceLevel: () => 1 };
const tariff = {
  tariff: { importers: "members", exporters: "CHN", goods: "magnet.*", rate: 25, from: 2026 },
};

const warnings = (members: string[], lever: object): unknown => {
  const reading = parseScenario(
    { schema: "didym/scenario@1", name: "x", members, levers: [lever] },
    { world: smallWorld, years: [2024, 2040] },
  );
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues));
  return compileScenario(reading.scenario, run).flatMap((compiled) => compiled.warnings);
};

describe("compiling a scenario", () => {
  it("says which members have no border of their own to act at", () => {
    expect(warnings(["USA", "DEU", "EU"], tariff)).toEqual([]);
    expect(warnings(["USA", "DEU"], tariff)).toEqual([
      { code: "BORDER_LEFT_OUT", path: "tariff", found: ["DEU"] },
    ]);
    const contract = { "price-floor": { good: "oxide.NdPr", at: 110 } };
    expect(warnings(["USA", "DEU"], contract)).toEqual([]);
    const border = { "price-floor": { good: "magnet.*", at: 110, mechanism: "border-adjusted" } };
    expect(warnings(["USA", "DEU"], border)).toMatchObject([{ code: "BORDER_LEFT_OUT", found: ["DEU"] }]);
  });

  it("keeps each lever's address, dates and order, and compiles again for other members", () => {
    const reading = parseScenario(
      {
        schema: "didym/scenario@1",
        name: "x",
        members: ["USA"],
        levers: [tariff, { cooperation: { id: "club", to: 2030 } }],
      },
      { world: smallWorld, years: [2024, 2040] },
    );
    if ("issues" in reading) throw new Error("unreadable");
    const addresses = [
      ["tariff", 2026, 2040],
      ["club", 2024, 2030],
    ];
    for (const members of [["USA"], [], ["JPN", "EU"]])
      expect(
        compileScenario({ ...reading.scenario, members }, run).map(({ id, from, to }) => [id, from, to]),
      ).toEqual(addresses);
  });
});

describe("the register of levers", () => {
  it.each(levers.map((lever) => [lever.kind, lever] as const))(
    "%s has fields of its own names, each once",
    (_kind, lever) => {
      const names = fieldNames(lever);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    },
  );
});
