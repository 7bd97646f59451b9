import { describe, expect, it } from "vitest";
import { loadChain } from "../chain/load.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { flowPrior, routeFactors } from "./flow-prior.js";

const chain = loadChain(smallChainFile());
const { trade } = chain.base!;

describe("flowPrior", () => {
  it("meets what each region sells and uses", () => {
    const flows = flowPrior(
      chain,
      trade,
      "oxide.NdPr",
      new Map([
        ["CHN", 90],
        ["JPN", 10],
      ]),
      new Map([
        ["CHN", 70],
        ["JPN", 30],
      ]),
    );
    const sum = (side: "from" | "to", region: string): number =>
      flows.filter((flow) => flow[side] === region).reduce((total, flow) => total + flow.quantity, 0);
    expect(sum("from", "CHN")).toBeCloseTo(90, 4);
    expect(sum("to", "JPN")).toBeCloseTo(30, 4);
  });

  it("scales supply to use where they differ", () => {
    const [flow] = flowPrior(chain, trade, "oxide.NdPr", new Map([["CHN", 50]]), new Map([["JPN", 30]]));
    expect(flow).toEqual({ from: "CHN", to: "JPN", quantity: expect.closeTo(30, 9) });
  });

  it("sends more to near buyers than to far ones of the same size", () => {
    const flows = flowPrior(
      chain,
      trade,
      "oxide.NdPr",
      new Map([
        ["JPN", 50],
        ["MMR", 50],
      ]),
      new Map([
        ["CHN", 50],
        ["JPN", 50],
      ]),
    );
    const quantity = (from: string, to: string): number =>
      flows.find((flow) => flow.from === from && flow.to === to)!.quantity;
    expect(quantity("MMR", "CHN")).toBeGreaterThan(quantity("MMR", "JPN"));
  });
});

describe("routeFactors", () => {
  it("lets the last row that names good and route win", () => {
    expect(routeFactors(chain, trade, "concentrate.seg")("CHN", "JPN")).toBe(0);
    expect(routeFactors(chain, trade, "concentrate.seg")("CHN", "CHN")).toBe(20);
    expect(routeFactors(chain, trade, "concentrate.seg")("MMR", "CHN")).toBe(1);
    expect(routeFactors(chain, trade, "oxide.Dy")("JPN", "CHN")).toBe(1);
  });
});
