import { describe, expect, it } from "vitest";
import { loadChain } from "../chain/load.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { balanceSystem } from "./balance-system.js";
import { knownRoutes } from "./known-routes.js";

const known = (terms: string) => {
  const chain = loadChain(smallChainFile());
  const figures = [{ ...chain.base!.figures[0], terms }];
  return knownRoutes(balanceSystem(chain, { ...chain.base!, figures }).world);
};

describe("knownRoutes", () => {
  it("takes a route that a figure names, for every good it speaks of", () => {
    expect(known("flow:CHN>JPN:oxide.*").has("flow:oxide.NdPr:CHN:JPN")).toBe(true);
    expect(known("flow:CHN>JPN:metal.*").has("flow:oxide.NdPr:CHN:JPN")).toBe(false);
    expect(known("flow:JPN>CHN:oxide.*").has("flow:oxide.NdPr:CHN:JPN")).toBe(false);
  });

  it("does not take a sum of routes for each of them", () => {
    expect(known("flow:CHN>JPN:oxide.* + flow:CHN>CHN:oxide.*").has("flow:oxide.NdPr:CHN:JPN")).toBe(false);
    expect(known("exports:CHN:oxide.*").has("flow:oxide.NdPr:CHN:JPN")).toBe(false);
  });

  it("takes the only route of an origin or buyer", () => {
    expect(known("exports:CHN:oxide.*").has("flow:concentrate.clay-southeast-asia:MMR:CHN")).toBe(true);
  });
});
