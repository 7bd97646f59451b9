import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { loadChain } from "./load.js";
import type { ChainFile } from "./chain-file.js";

const baseOf = (change: Partial<ChainFile["tables"]> = {}) => {
  const file = smallChainFile();
  return loadChain({ ...file, tables: { ...file.tables, ...change } }).base!;
};
const origin = { source_id: "A;B", grade: "B", reason: "invented for tests" };

describe("the base year as found", () => {
  const base = baseOf();

  it("has an origin wherever something is made or recycled, and nowhere else", () => {
    const origins = base.origins.map((row) => `${row.region} ${row.good}`);
    expect(origins).toContain("JPN oxide.NdPr");
    expect(origins).toContain("MMR concentrate.clay-southeast-asia");
    expect(origins).not.toContain("JPN oxide.Dy");
    expect(new Set(origins).size).toBe(origins.length);
  });

  it("adds the origin of what is only recycled", () => {
    const recycled = [{ region: "JPN", good: "oxide.Dy", quantity: 3, ...origin }];
    const row = baseOf({ recycled }).origins.find(
      (found) => found.region === "JPN" && found.good === "oxide.Dy",
    )!;
    expect(row.recycled).toEqual({
      quantity: 3,
      grade: "B",
      sources: ["A", "B"],
      reason: "invented for tests",
    });
    expect(row.price).toBe(250);
  });

  it("has the price as floor where tonnes are unsold and a share of it elsewhere", () => {
    const floor = (region: string, good: string) =>
      base.origins.find((row) => row.region === region && row.good === good)!;
    expect(floor("CHN", "oxide.LaCe").disposalPrice).toBe(1);
    expect(floor("CHN", "oxide.Dy").disposalPrice).toBeCloseTo(100, 12);
    expect(floor("CHN", "metal.NdPr").disposalPrice).toBe(0);
  });

  it("brings shares of regions to the sum of one", () => {
    for (const use of base.uses) {
      expect(use.shares).toEqual({ CHN: 0.8, JPN: 0.2 });
    }
  });

  it("marks feeds whose basket is not known, unless the plant has its own", () => {
    const spread = (nodes = smallChainFile().tables.nodes) =>
      baseOf({ nodes }).nodes.find((node) => node.id === "clay-separation")!.outputSpread;
    expect(spread()).toBe(0.3);
    expect(base.nodes.find((node) => node.id === "separation")!.outputSpread).toBeUndefined();
  });

  it("gives each stage its freight and each figure its role", () => {
    expect(base.trade.freight["oxide"]).toEqual({ home: 0.05, fixed: 0.1, perThousand: 0.01 });
    expect(base.figures.map((figure) => figure.role)).toEqual(["balance", "balance", "check"]);
    expect(base.spread).toEqual({ A: 0.01, B: 0.04, C: 0.12, D: 0.35 });
  });

  it("reads projects with the recipe of their technology, the completion of their status and the generic cost", () => {
    const [project] = base.projects;
    expect(project).toMatchObject({
      id: "more",
      plant: "P",
      year: 2027,
      completion: 0.3,
      capitalCost: 20,
      committed: false,
    });
    expect(project.inputs["metal.NdPr"]).toBeCloseTo(0.4, 12);
    const own = smallChainFile().tables.projects.map((row) => ({
      ...row,
      capital_cost: 77,
      status: "announced",
    }));
    expect(baseOf({ projects: own }).projects[0].capitalCost).toBe(77);
  });

  it("takes owners from their table and the host where there is none", () => {
    expect(base.nodes.find((node) => node.id === "bayan-obo")!.owners).toEqual([{ region: "CHN", share: 1 }]);
    expect(base.projects[0].owners).toEqual([{ region: "JPN", share: 1 }]);
  });
});
