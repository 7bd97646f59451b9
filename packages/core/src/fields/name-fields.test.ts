import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import { flag, goods, shares, stages } from "./name-fields.js";
import { matches, select } from "./pattern.js";
import { year } from "./year.js";

describe("patterns", () => {
  it.each([
    ["magnet.*", "magnet.SmCo", true],
    ["*", "anything", true],
    ["*.NdPr", "oxide.NdPr", true],
    ["magnet.*-high-*", "magnet.NdFeB-high-temperature", true],
    ["a*b*a", "aba", true],
    ["a*a", "a", false],
    ["a*b*c", "acb", false],
    ["oxide.NdPr", "oxide.NdPrX", false],
    ["", "x", false],
  ])("%s on %s: %s", (pattern, name, fits) => {
    expect(matches(pattern, name)).toBe(fits);
  });

  it("selects in the order of the names, each once", () => {
    expect(select(["*.NdPr", "oxide.*"], smallWorld.goods)).toEqual([
      "oxide.NdPr",
      "oxide.Dy",
      "oxide.Tb",
      "metal.NdPr",
    ]);
  });
});

describe("names of a chain", () => {
  it("finds goods and stages that are not there", () => {
    expect(goods().inspect(["oxide.*", "oxide.NdPrr", "magnets.*"], smallWorld).issues).toEqual([
      { code: "UNKNOWN_GOOD", path: "[1]", found: "oxide.NdPrr", nearest: "oxide.NdPr" },
      expect.objectContaining({ code: "UNKNOWN_GOOD", path: "[2]" }),
    ]);
    expect(stages().inspect("oxides", smallWorld).issues).toMatchObject([
      { code: "UNKNOWN_STAGE", nearest: "oxide" },
    ]);
  });

  it("reads flags and years from text too", () => {
    expect(["true", false].map((value) => flag().schema.parse(value))).toEqual([true, false]);
    expect(["2026", 2030].map((value) => year().schema.parse(value))).toEqual([2026, 2030]);
    for (const wrong of ["26", 26.5, 20260]) expect(year().schema.safeParse(wrong).success).toBe(false);
  });

  it("makes shares add up to 1", () => {
    expect(shares().schema.parse({ USA: "60%", JPN: 20 })).toEqual({ USA: 0.75, JPN: 0.25 });
    expect(shares().inspect({ USX: 1 }, smallWorld).issues).toMatchObject([
      { code: "UNKNOWN_REGION", path: ".USX", nearest: "USA" },
    ]);
  });
});
