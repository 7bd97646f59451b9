import { describe, expect, it } from "vitest";
import { plainMarket } from "../fixtures/plain-market.js";
import { createEdit } from "../market/edit-market.js";
import { coveredNodes, outputsOf } from "./covered-nodes.js";
import { volumeOfNodes } from "./volume-of-nodes.js";
import { useOf } from "./base-use.js";

const { market, base } = plainMarket();
const edit = createEdit(market, base, 2026);
const none = { regions: [], owners: [], plants: [] };

describe("covered nodes", () => {
  it("count whole by place or plant, and by the owners' share otherwise", () => {
    expect(coveredNodes(edit, { ...none, regions: ["DEU"] }, ["oxide.NdPr"])).toEqual([
      { node: 6, share: 1 },
    ]);
    expect(coveredNodes(edit, { ...none, owners: ["JPN"] }, ["oxide.NdPr"])).toEqual([
      { node: 4, share: 1 },
      { node: 6, share: 0.5 },
    ]);
    expect(coveredNodes(edit, { ...none, plants: ["plant-oxide.Dy-USA"] }, ["oxide.Dy"])).toEqual([
      { node: 3, share: 1 },
    ]);
  });

  it("count once however often they are reached", () => {
    const all = { regions: ["DEU"], owners: ["JPN", "DEU"], plants: ["plant-oxide.NdPr-DEU"] };
    expect(coveredNodes(edit, all, ["oxide.NdPr"])).toEqual([
      { node: 4, share: 1 },
      { node: 6, share: 1 },
    ]);
  });

  it("are none where nobody is named or nobody makes the good", () => {
    expect(coveredNodes(edit, none, ["oxide.NdPr"])).toEqual([]);
    expect(coveredNodes(edit, { ...none, regions: ["USA"] }, ["magnet.SmCo"])).toEqual([]);
  });

  it("tell what a node makes of the goods", () => {
    expect(outputsOf(edit, 2, ["oxide.NdPr"])).toEqual([{ good: 0, origin: 2, coefficient: 1 }]);
    expect(outputsOf(edit, 2, ["oxide.Dy"])).toEqual([]);
  });

  it("add up to the capacity and base output that they cover", () => {
    const nodes = coveredNodes(edit, { ...none, owners: ["JPN"] }, ["oxide.NdPr"]);
    expect(volumeOfNodes(edit, nodes, ["oxide.NdPr"])).toEqual({ capacity: 6000, base: 3600 });
    expect(useOf(edit, ["USA", "JPN"], "oxide.NdPr")).toBeCloseTo(4800, 9);
    expect(useOf(edit, ["USA"], "magnet.SmCo")).toBe(0);
  });
});
