import { describe, expect, it } from "vitest";
import { loadChain } from "../chain/load.js";
import { IssueError } from "../errors/issue.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { toyChain } from "../fixtures/toy.js";
import { balanceBaseYear, baseline } from "./balance-base-year.js";
import { balanceSystem } from "./balance-system.js";
import { parseTerms } from "./figure-terms.js";

const chain = loadChain(smallChainFile());
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("baseline", () => {
  const base = baseline(chain);

  it("balances every origin and buyer", () => {
    for (const origin of base.origins) {
      const made = total(
        base.nodes
          .filter((node) => node.region === origin.region)
          .map((node) => node.level * (node.outputs[origin.good] ?? 0)),
      );
      const out = total(
        base.flows
          .filter((flow) => flow.from === origin.region && flow.good === origin.good)
          .map((flow) => flow.quantity),
      );
      expect((out + origin.disposal) / (made + origin.recycled)).toBeCloseTo(1, 11);
    }
    for (const use of base.uses.filter((row) => row.endUse === "motors")) {
      const inward = base.flows
        .filter((flow) => flow.to === use.region && flow.good === "magnet.NdFeB-standard")
        .map((flow) => flow.quantity);
      expect(total(inward) / use.goods["magnet.NdFeB-standard"]).toBeCloseTo(1, 11);
    }
  });

  it("opens no route that the table closes", () => {
    expect(base.flows.filter((flow) => flow.good.startsWith("concentrate.") && flow.to !== "CHN")).toEqual(
      [],
    );
    expect(base.closedRoutes).toEqual([]);
  });

  it("takes capacity from utilisation and the balanced level", () => {
    for (const node of base.nodes) expect(node.level / node.capacity).toBeCloseTo(0.8, 12);
  });

  it("moves the yields of a feed whose basket is not known, their sum fixed", () => {
    const [node, found] = [base.nodes, chain.base!.nodes].map((rows) =>
      rows.find((row) => row.id === "clay-separation")!,
    );
    expect(total(Object.values(node.outputs))).toBeCloseTo(0.9, 11);
    expect(node.outputs["oxide.Dy"]).not.toBeCloseTo(found.outputs["oxide.Dy"], 3);
  });

  it("lists what was found, what it became and what the rest implied", () => {
    const row = (id: string) => base.figures.find((figure) => figure.id === id)!;
    expect(row("blanks")).toMatchObject({ found: 560, grade: "C", sources: ["S"] });
    expect(row("blanks").implied).toBeCloseTo(1.3 * 420, 9);
    expect(row("blanks").balanced).toBeCloseTo(
      1.3 * base.nodes.find((node) => node.id === "magnets-china")!.level,
      9,
    );
    expect(row("mined").implied).toBeCloseTo(0.16 * 1000 + 0.24 * 200, 9);
    expect(row("disposal.CHN.oxide.LaCe").balanced).toBeCloseTo(
      base.origins.find((origin) => origin.disposal > 0)!.disposal,
      9,
    );
  });

  it("keeps a figure that is only compared out of the balance", () => {
    const { problem } = balanceSystem(chain, chain.base!);
    const without = {
      ...chain.base!,
      figures: chain.base!.figures.filter((figure) => figure.role === "balance"),
    };
    expect(balanceSystem(chain, without).problem.accounts).toHaveLength(problem.accounts.length);
  });

  it("gives freight by distance and marks routes that no figure names", () => {
    const flow = (from: string, to: string, good: string) =>
      base.flows.find((row) => row.from === from && row.to === to && row.good === good)!;
    expect(flow("CHN", "JPN", "magnet.NdFeB-standard").freight).toBeCloseTo(0.1 + 0.02, 12);
    expect(flow("CHN", "CHN", "oxide.NdPr").freight).toBe(0.05);
    expect(flow("MMR", "CHN", "concentrate.clay-southeast-asia").prior).toBe(false);
    expect(flow("CHN", "JPN", "oxide.NdPr").prior).toBe(true);
  });

  it("starts from stored multipliers of its file", () => {
    const { multipliers, baseline: first } = balanceBaseYear(chain);
    const stored = balanceBaseYear(loadChain({ ...smallChainFile(), multipliers: [...multipliers] }));
    expect(stored.iterations).toBe(0);
    expect(stored.baseline).toEqual(first);
  });

  it("refuses a chain without a base year", () => {
    expect(() => baseline(toyChain)).toThrow(IssueError);
  });
});

describe("parseTerms", () => {
  const { world, problem } = balanceSystem(chain, chain.base!);
  const at = (text: string): number =>
    total(parseTerms(text, world).map(([variable, one]) => one * problem.found[variable]));

  it("sums nodes, flows and uses by region, good and kind", () => {
    expect(at("output:CHN:oxide.NdPr:separation")).toBeCloseTo(0.18 * 1000 + 0.27 * 220, 9);
    expect(at("output:Asia:metal.NdPr")).toBeCloseTo(190, 9);
    expect(at("process-use:JPN:metal.NdPr")).toBeCloseTo(0.4 * 60, 9);
    expect(at("use:*:JPN:magnet.*")).toBeCloseTo(0.2 * 470, 9);
    expect(at("recycled:CHN:oxide.NdPr + disposal:CHN:oxide.LaCe")).toBeCloseTo(510, 9);
    expect(at("2*use:glass:CHN:oxide.Dy")).toBeCloseTo(2 * 0.8 * 140, 9);
  });

  it("splits sales into home and exports, and finds imports", () => {
    expect(at("sales:CHN:magnet.*")).toBeCloseTo(at("flow:CHN>CHN:magnet.*") + at("exports:CHN:magnet.*"), 9);
    expect(at("imports:JPN:magnet.*")).toBeCloseTo(at("flow:CHN>JPN:magnet.*"), 9);
  });

  it("values exports at the price of their origin", () => {
    const abroad = at("exports:CHN:magnet.*") * 60 + at("exports:CHN:metal.NdPr") * 75;
    expect(at("export-value:CHN:magnet.* + export-value:CHN:metal.*")).toBeCloseTo(abroad, 6);
  });

  it("counts elements in what is mined, and in what is separated and recycled", () => {
    expect(at("elements:oxide:CHN:Dy")).toBeCloseTo(0.9 * (0.45 * 220 + 0.9 * 45), 9);
    expect(at("elements:oxide:CHN:Nd")).toBeCloseTo(0.8 * (0.18 * 1000 + 0.27 * 220 + 0.1 * 420 + 10), 9);
  });

  it("names a term it does not know", () => {
    expect(() => parseTerms("outputs:CHN:oxide.Dy", world)).toThrow(
      expect.objectContaining({ issues: [{ code: "UNKNOWN_TERM", found: "outputs:CHN:oxide.Dy" }] }),
    );
  });
});
