import { describe, expect, it } from "vitest";
import { toyMarket } from "../fixtures/lever-year.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { worldOf } from "../fields/index.js";
import { marketBase } from "../market/build.js";
import { calibrate } from "../market/calibrate.js";
import { createEdit } from "../market/edit-market.js";
import type { LeverContext } from "./definition.js";
import { equivalentRegions } from "./equivalent-regions.js";

const edit = createEdit(toyMarket, marketBase(calibrate(toyChain, toyBaseline)), 2026);
const context: LeverContext = {
  id: "floor",
  from: 2026,
  to: 2030,
  world: worldOf(toyChain, ["lynas"], []),
  baseYear: 2024,
  members: [],
  chain: toyChain,
  priceLevel: () => 1,
};
const spared = (
  good: string,
  members: string[],
  test: "region" | "plant" | "feed",
  equivalent?: string[],
): string[] => [...equivalentRegions(edit, good, { "origin-test": test, equivalent }, members, context)];

describe("equivalent partners of a border floor", () => {
  it("are those stated, whatever the test", () => {
    for (const test of ["region", "plant", "feed"] as const)
      expect(spared("oxide.NdPr", ["JPN"], test, ["AUS"])).toEqual(["AUS"]);
    expect(spared("oxide.NdPr", ["AUS"], "plant", [])).toEqual([]);
  });

  it("are regions whose plants of the good belong mostly to members", () => {
    expect(spared("oxide.NdPr", ["AUS"], "plant")).toEqual(["AUS"]);
    expect(spared("oxide.NdPr", ["JPN"], "plant")).toEqual([]);
    expect(spared("magnet.NdFeB-standard", ["JPN", "USA"], "plant")).toEqual(["USA", "JPN"]);
    expect(spared("oxide.NdPr", ["AUS"], "region")).toEqual([]);
  });

  it("need feed from members or themselves where feed is tested", () => {
    expect(spared("oxide.NdPr", ["AUS"], "feed")).toEqual(["AUS"]);
    // Japan's magnet makers buy two thirds of their metal at home, so they pass; its metal makers buy a fifth of their oxide from China
    expect(spared("magnet.NdFeB-standard", ["JPN"], "feed")).toEqual(["JPN"]);
    expect(spared("metal.NdPr", ["JPN"], "feed")).toEqual([]);
    expect(spared("metal.NdPr", ["JPN", "AUS"], "feed")).toEqual(["JPN"]);
  });
});
