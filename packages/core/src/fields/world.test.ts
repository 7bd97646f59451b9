import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import { toyChain } from "../fixtures/toy.js";
import { customsUnions, worldOf } from "./world.js";

describe("the names of a chain", () => {
  it("are its regions, goods, stages and end uses, each once", () => {
    const world = worldOf(toyChain, ["lynas"], ["round-top"]);
    expect(world.regions).toEqual(["CHN", "USA", "JPN", "AUS"]);
    expect(world.stages).toEqual(["concentrate", "oxide", "metal", "magnet"]);
    expect(world.endUses).toEqual(["ev", "polishing"]);
    expect(world.seats).toEqual({ USA: ["USA"], JPN: ["JPN"], AUS: ["AUS"] });
    expect([world.plants, world.projects]).toEqual([["lynas"], ["round-top"]]);
  });
});

describe("customs unions", () => {
  it("are groups with a seat of their own name", () => {
    expect(customsUnions(smallWorld)).toEqual([
      { id: "EU", regions: ["DEU", "FRA", "ITA", "EUX"], seatRegions: ["EUX"] },
    ]);
    const alliance = { ...smallWorld, groups: { ...smallWorld.groups, allies: ["USA", "JPN"] } };
    expect(customsUnions(alliance)).toHaveLength(1);
    expect(customsUnions({ ...smallWorld, groups: {} })).toEqual([]);
  });
});
