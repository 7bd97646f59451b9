import { describe, expect, it } from "vitest";
import { loadChain } from "../chain/load.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { assembleBaseline } from "./assemble-baseline.js";
import { balanceSystem } from "./balance-system.js";

const build = (change: Partial<ReturnType<typeof smallChainFile>["tables"]["nodes"][number]> = {}) => {
  const file = smallChainFile();
  const nodes = file.tables.nodes.map((row) => (row.id === "bayan-obo" ? { ...row, ...change } : row));
  const chain = loadChain({ ...file, tables: { ...file.tables, nodes } });
  const system = balanceSystem(chain, chain.base!);
  return assembleBaseline(system, system.problem.found);
};

describe("assembleBaseline", () => {
  const node = (base = build()) => base.nodes.find((row) => row.id === "bayan-obo")!;

  it("takes the nameplate before utilisation, and never less than the level needs", () => {
    expect(node().capacity).toBeCloseTo(1000 / 0.8, 9);
    expect(node(build({ capacity: 2000 })).capacity).toBe(2000);
    expect(node(build({ capacity: 900 })).capacity).toBeCloseTo(1000 / 0.98, 9);
    expect(node(build({ utilisation: null })).capacity).toBeCloseTo(1000 / 0.98, 9);
  });

  it("names a plant only where there is one", () => {
    expect(node()).not.toHaveProperty("plant");
    expect(node(build({ plant: "bayan_obo" }))).toHaveProperty("plant", "bayan_obo");
  });

  it("lists use by end use and region, with every good in it and the cover of users' stocks", () => {
    const uses = build().uses;
    expect(uses.map((use) => `${use.endUse} ${use.region}`)).toEqual([
      "motors CHN",
      "motors JPN",
      "glass CHN",
      "glass JPN",
    ]);
    expect(uses[2].goods["oxide.LaCe"]).toBeCloseTo(184, 9);
    expect(uses[2].goods["oxide.Dy"]).toBeCloseTo(112, 9);
    expect(uses[2].cover).toBe(0.1);
  });

  it("gives every origin its price, floor, unsold and recycled tonnes", () => {
    const origin = build().origins.find((row) => row.region === "CHN" && row.good === "oxide.NdPr")!;
    expect(origin).toEqual({
      region: "CHN",
      good: "oxide.NdPr",
      price: expect.closeTo(50, 9),
      disposalPrice: expect.closeTo(20, 9),
      disposal: 0,
      recycled: 10,
    });
  });

  it("passes on what the balance does not touch", () => {
    const base = build();
    expect(base.year).toBe(2024);
    expect(base.projects).toHaveLength(1);
    expect(base.wedges.length).toBeGreaterThan(0);
    expect(base.demandIndex.years[0]).toBe(2024);
  });
});
