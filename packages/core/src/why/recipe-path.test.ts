import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun } from "../results/index.js";
import { recipePath } from "./recipe-path.js";

const { calibration } = prepareRun(toyChain, toyBaseline);
const way = (from: string, to: string) => recipePath(calibration, from, to);

describe("the path of recipes", () => {
  it("climbs from a magnet to its metal, oxide and ore", () => {
    expect(way("magnet.NdFeB-standard", "oxide.NdPr")).toEqual({
      goods: ["magnet.NdFeB-standard", "metal.NdPr", "oxide.NdPr"],
      direction: "up",
    });
    expect(way("magnet.NdFeB-standard", "concentrate.bayan-obo").goods).toHaveLength(4);
  });

  it("takes the shorter of two ways", () => {
    expect(way("magnet.NdFeB-high-temperature", "oxide.Dy").goods).toEqual([
      "magnet.NdFeB-high-temperature",
      "oxide.Dy",
    ]);
  });

  it("goes down from an ore to what is made of it, the same goods the other way round", () => {
    const down = way("concentrate.monazite", "magnet.NdFeB-standard");
    expect(down.direction).toBe("down");
    expect(down.goods).toEqual([...way("magnet.NdFeB-standard", "concentrate.monazite").goods].reverse());
  });

  it("is the good itself where the two are one, and only its ends where no recipe joins them", () => {
    expect(way("oxide.Dy", "oxide.Dy")).toEqual({ goods: ["oxide.Dy"], direction: "same" });
    expect(way("oxide.LaCe", "magnet.NdFeB-standard").goods).toEqual(["oxide.LaCe", "magnet.NdFeB-standard"]);
  });

  it("never names a good twice, whatever the ends", () => {
    for (const from of calibration.goods)
      for (const to of calibration.goods) {
        const { goods } = way(from, to);
        expect(new Set(goods).size).toBe(goods.length);
        expect(goods[0]).toBe(from);
        expect(goods[goods.length - 1]).toBe(to);
      }
  });
});
