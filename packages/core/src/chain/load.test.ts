import { describe, expect, it } from "vitest";
import type { IssueError } from "../errors/issue.js";
import { type Issue } from "../errors/issue.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import type { ChainFile } from "./chain-file.js";
import { loadChain } from "./load.js";

const issuesOf = (json: unknown, parameters = {}): readonly Issue[] => {
  try {
    loadChain(json, parameters);
  } catch (error) {
    return (error as IssueError).issues;
  }
  return [];
};

/** The small chain with one table changed. */
const withTable = <T extends keyof ChainFile["tables"]>(
  table: T,
  rows: ChainFile["tables"][T],
): ChainFile => {
  const file = smallChainFile();
  return { ...file, tables: { ...file.tables, [table]: rows } };
};

describe("loadChain", () => {
  const chain = loadChain(smallChainFile());
  const technology = (id: string) => chain.technologies.find((row) => row.id === id)!;

  it("resolves the most specific assumption", () => {
    expect(chain.goods.find((good) => good.id === "magnet.NdFeB-standard")!.sourcingElasticity).toBe(4);
    expect(chain.goods.find((good) => good.id === "oxide.Dy")!.sourcingElasticity).toBe(10);
  });

  it("takes light ore apart into light oxides and SEG+, and clay into every oxide", () => {
    expect(technology("separation-bayan-obo").outputs).toEqual({
      "oxide.NdPr": 0.2 * 0.9,
      "oxide.LaCe": 0.75 * 0.9,
      "concentrate.seg": 0.05 * 0.9,
    });
    expect(technology("separation-clay-southeast-asia").outputs["oxide.Dy"]).toBeCloseTo(0.45, 12);
    expect(technology("separation-seg").outputs).toEqual({ "oxide.Dy": 0.9 });
  });

  it("makes metal at stoichiometry and yield, and magnets with scrap that comes back as oxide", () => {
    expect(technology("metal-NdPr").inputs["oxide.NdPr"]).toBeCloseTo(1 / (0.8 * 0.98), 12);
    const { inputs, outputs } = technology("magnet-standard");
    expect(inputs["metal.NdPr"]).toBeCloseTo(0.4, 12);
    expect(outputs["oxide.NdPr"]).toBeCloseTo((0.1 * 0.8) / 0.8, 12);
    expect(inputs["metal.NdPr"]).toBeCloseTo(0.3 + (outputs["oxide.NdPr"] * 0.8) / 0.8, 12);
  });

  it("gives goods their elements", () => {
    const elements = (id: string) => chain.goods.find((good) => good.id === id)!.elements;
    expect(elements("concentrate.bayan-obo")["Nd"]).toBeCloseTo(0.16, 12);
    expect(elements("concentrate.seg")).toEqual({ Dy: 0.9 });
    expect(elements("metal.NdPr")).toEqual({ Nd: 1 });
    expect(elements("magnet.NdFeB-standard")).toEqual({ Nd: 0.3 });
  });

  it("reads prices without tax, owners, support and seats", () => {
    const origin = (region: string) =>
      chain.base!.origins.find((row) => row.region === region && row.good === "oxide.NdPr")!;
    expect(origin("CHN").price).toBeCloseTo(50, 12);
    expect(origin("JPN").price).toBe(55);
    expect(chain.base!.nodes.find((node) => node.id === "kachin")!.owners).toEqual([
      { region: "MMR", share: 0.5 },
      { region: "CHN", share: 0.5 },
    ]);
    expect(chain.base!.nodes.find((node) => node.id === "metal-japan")).toMatchObject({
      support: 1,
      supportUntil: 2026,
    });
    expect(chain.seats).toEqual([{ id: "JPN", name: { en: "Japan", zh: "日本" }, regions: ["JPN"] }]);
  });

  it("spreads wedges over routes, home and exempt routes left out", () => {
    const wedges = chain.base!.wedges;
    expect(wedges.filter((wedge) => wedge.id === "tax")).toHaveLength(3 * 2);
    expect(wedges.filter((wedge) => wedge.id === "duty").map((wedge) => wedge.from)).toEqual(["CHN"]);
  });

  it("replaces assumptions by the reader's own", () => {
    const other = loadChain(smallChainFile(), { "recovery.separation": 0.8 });
    expect(
      other.technologies.find((row) => row.id === "separation-bayan-obo")!.outputs["oxide.NdPr"],
    ).toBeCloseTo(0.16, 12);
  });

  it("refuses what is not a chain", () => {
    expect(issuesOf(null)[0]).toMatchObject({ code: "BAD_CHAIN_FILE" });
    expect(issuesOf({ schema: "didym/chain@9" })[0]).toMatchObject({
      code: "BAD_CHAIN_FILE",
      path: "schema",
    });
    expect(issuesOf({ ...smallChainFile(), tables: {} })[0]).toMatchObject({
      code: "BAD_CHAIN_FILE",
      path: "tables.regions",
    });
  });

  it("names every broken cell and reference with its row and the nearest valid name", () => {
    const file = smallChainFile();
    const nodes = file.tables.nodes.map((row, i) =>
      i === 1 ? { ...row, region: "MMX", level: Number.NaN } : row,
    );
    expect(issuesOf(withTable("nodes", nodes))).toMatchObject([
      { code: "NOT_A_NUMBER", path: "tables.nodes[1].level" },
      { code: "UNKNOWN_REFERENCE", path: "tables.nodes[1].region", found: "MMX", nearest: "MMR" },
    ]);
    const text = file.tables.goods.map((row) => ({ ...row, name_en: 1 as unknown as string }));
    expect(issuesOf(withTable("goods", text))).toHaveLength(text.length);
  });

  it("names the assumption that is missing and the parameter that does not exist", () => {
    const rows = smallChainFile().tables.assumptions.filter((row) => row.id !== "yield.metal");
    expect(issuesOf(withTable("assumptions", rows))).toMatchObject([
      { code: "MISSING_ASSUMPTION", expected: "yield.metal" },
    ]);
    expect(issuesOf(smallChainFile(), { "yield.metall": 1 })).toMatchObject([
      { code: "UNKNOWN_PARAMETER", nearest: "yield.metal" },
    ]);
    expect(issuesOf(smallChainFile(), { "yield.metal": Number.NaN })).toMatchObject([
      { code: "NOT_A_NUMBER", path: "parameters.yield.metal" },
    ]);
  });
});
