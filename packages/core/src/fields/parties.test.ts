import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import { memberBorders, memberRegions, resolveParties } from "./parties.js";
import { parties } from "./parties-field.js";

const regions = (selectors: string[], members: string[], atBorder = false): readonly string[] =>
  resolveParties(selectors, members, smallWorld, atBorder).regions;

describe("party selectors", () => {
  it("takes EU as the four regions, once each, where it is a region", () => {
    expect(regions(["EU", "DEU"], [])).toEqual(["DEU", "FRA", "ITA", "EUX"]);
  });

  it("takes EU as its seat's accounts where it is a member", () => {
    expect(memberRegions(["USA", "EU"], smallWorld)).toEqual(["USA", "EUX"]);
    expect(regions(["members"], ["USA", "DEU", "EU"])).toEqual(["USA", "DEU", "EUX"]);
  });

  it("lets the EU's seat act for its common border, and no member state without it", () => {
    expect(memberBorders(["USA", "EU"], smallWorld)).toEqual(["USA", "DEU", "FRA", "ITA", "EUX"]);
    expect(memberBorders(["USA", "DEU"], smallWorld)).toEqual(["USA"]);
    expect(regions(["members"], ["DEU", "FRA"], true)).toEqual([]);
  });

  it("splits the world into members and non-members, at borders too", () => {
    for (const members of [["USA", "EU"], ["USA", "DEU"], [], ["AUS", "JPN", "DEU", "FRA", "ITA", "EU"]])
      for (const atBorder of [false, true]) {
        const both = [
          ...regions(["members"], members, atBorder),
          ...regions(["non-members"], members, atBorder),
        ];
        expect(both.sort()).toEqual([...smallWorld.regions].sort());
      }
  });

  it("tells owners and plants apart from regions", () => {
    expect(resolveParties(["JPN", "owner:members", "plant:USA_MP_*"], ["AUS"], smallWorld, false)).toEqual({
      regions: ["JPN"],
      owners: ["AUS"],
      plants: ["USA_MP_SEP", "USA_MP_IND"],
    });
  });

  it("is in the order of the chain, whatever the order of the selectors", () => {
    expect(regions(["AUS", "CHN", "USA"], [])).toEqual(["CHN", "USA", "AUS"]);
    expect(regions(["all"], [])).toEqual(smallWorld.regions);
  });
});

describe("a field of parties", () => {
  const found = (raw: unknown, rule: Parameters<typeof parties>[0] = {}) =>
    parties(rule).inspect(raw, smallWorld).issues;

  it("names what it does not know, with the nearest valid name", () => {
    expect(found(["USA", "JPM"])).toEqual([
      { code: "UNKNOWN_REGION", path: "[1]", found: "JPM", nearest: "JPN" },
    ]);
    expect(found("membres")).toEqual([
      { code: "UNKNOWN_REGION", path: "", found: "membres", nearest: "members" },
    ]);
    expect(found(["plant:USA_MP_SEPP"], { plants: true })).toEqual([
      { code: "UNKNOWN_PLANT", path: "[0]", found: "USA_MP_SEPP", nearest: "USA_MP_SEP" },
    ]);
  });

  it("takes plants and owners only where plants are meant", () => {
    expect(found(["owner:USA"])).toMatchObject([{ code: "INVALID_PARTY", path: "[0]" }]);
    expect(found(["owner:USA", "plant:AUS_NOLANS"], { plants: true })).toEqual([]);
  });

  it("refuses a part of a customs union where a border is meant, and names the union", () => {
    expect(found(["USA", "DEU"], { border: true })).toEqual([
      {
        code: "CUSTOMS_UNION",
        path: "[1]",
        found: "DEU",
        expected: ["DEU", "FRA", "ITA", "EUX"],
        nearest: "EU",
      },
    ]);
    expect(found(["EU"], { border: true })).toEqual([]);
    expect(found(["DEU", "FRA", "ITA", "EUX"], { border: true })).toEqual([]);
    expect(found(["DEU"])).toEqual([]);
  });

  it("reads a list, a name, or names joined by commas", () => {
    const { schema } = parties();
    expect(schema.parse("USA, JPN,USA")).toEqual(["USA", "JPN"]);
    expect(schema.parse("USA")).toEqual(["USA"]);
    expect(schema.parse(["USA", "JPN"])).toEqual(["USA", "JPN"]);
    for (const wrong of [[], "", 5, null, [""]]) expect(schema.safeParse(wrong).success).toBe(false);
  });
});
