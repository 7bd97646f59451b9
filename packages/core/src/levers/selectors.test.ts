import { describe, expect, it } from "vitest";
import { plainMarket } from "../fixtures/plain-market.js";
import { smallWorld } from "../fixtures/small-world.js";
import { createEdit } from "../market/edit-market.js";
import type { LeverScope } from "./definition.js";
import {
  borderArcs,
  bordersOf,
  combinations,
  goodsOf,
  leftOut,
  partiesOf,
  regionsOf,
  stagesOf,
} from "./selectors.js";

const scope = (members: readonly string[], over: Partial<LeverScope> = {}): LeverScope => ({
  id: "lever",
  from: 2026,
  to: 2030,
  world: smallWorld,
  baseYear: 2024,
  members,
  ...over,
});

describe("selectors in a run", () => {
  it("mean accounts for those who pay and borders for those who tax", () => {
    const run = scope(["USA", "EU"]);
    expect(regionsOf(["members"], run)).toEqual(["USA", "EUX"]);
    expect(bordersOf(["members"], run)).toEqual(["USA", "DEU", "FRA", "ITA", "EUX"]);
    expect(bordersOf(["members"], scope(["USA", "DEU"]))).toEqual(["USA"]);
  });

  it("resolve goods and stages in the order of the chain", () => {
    expect(goodsOf(["metal.*", "oxide.NdPr"], scope([]))).toEqual(["oxide.NdPr", "metal.NdPr"]);
    expect(stagesOf(undefined, scope([]))).toEqual(["concentrate", "oxide", "metal", "magnet"]);
    expect(stagesOf(["magnet", "oxide"], scope([]))).toEqual(["oxide", "magnet"]);
  });

  it("keep plants and owners apart from regions", () => {
    expect(partiesOf(["plant:USA_MP_SEP", "owner:members", "AUS"], scope(["JPN"]))).toEqual({
      regions: ["AUS"],
      owners: ["JPN"],
      plants: ["USA_MP_SEP"],
    });
  });

  it("name each combination once, in order", () => {
    expect(combinations(["a", "b"], ["x", "y"])).toEqual(["a|x", "a|y", "b|x", "b|y"]);
    expect(combinations(["a"], [], ["z"])).toEqual([]);
    expect(combinations(["a"])).toEqual(["a"]);
  });
});

describe("members left out at a border", () => {
  it("are those of a union whose seat is no member, and only where members are meant", () => {
    expect(leftOut(["members"], scope(["USA", "DEU", "FRA"]))).toEqual([
      { code: "BORDER_LEFT_OUT", path: "lever", found: ["DEU", "FRA"] },
    ]);
    expect(leftOut(["members"], scope(["USA", "DEU", "EU"]))).toEqual([]);
    expect(leftOut(["USA"], scope(["DEU"]))).toEqual([]);
  });
});

describe("routes across borders", () => {
  const { market, base } = plainMarket();
  const edit = createEdit(market, base, 2026);
  const union = { ...smallWorld, groups: { EU: ["JPN", "DEU"] }, seats: { EU: ["DEU"] } };
  const named = (arcs: Int32Array): string[] =>
    [...arcs].map((arc) => {
      const { origins, buyers, regions } = market;
      return `${regions[origins.region[market.arcs.origin[arc]]]}>${regions[buyers.region[market.arcs.buyer[arc]]]}`;
    });

  it("leave out those inside a customs union", () => {
    const run = scope([], { world: union });
    expect(named(borderArcs(edit, run, ["oxide.Dy"], ["JPN", "DEU", "CHN"], ["JPN", "DEU"]))).toEqual([
      "CHN>JPN",
      "CHN>DEU",
    ]);
    expect(named(borderArcs(edit, run, ["oxide.Dy"], ["JPN"], ["USA"]))).toEqual(["JPN>USA"]);
  });

  it("are all routes between regions where there is no union", () => {
    const run = scope([], { world: { ...smallWorld, groups: {} } });
    expect(named(borderArcs(edit, run, ["oxide.Dy"], ["JPN", "DEU"], ["JPN", "DEU"]))).toEqual([
      "DEU>JPN",
      "JPN>DEU",
    ]);
  });
});
