import { describe, expect, it } from "vitest";
import { toyChain } from "../fixtures/toy.js";
import { matchesGood, regionsOf } from "./matching.js";

describe("matchesGood", () => {
  it("takes an id, a pattern with a star at the end, and nothing else", () => {
    expect(matchesGood("oxide.Dy", "oxide.Dy")).toBe(true);
    expect(matchesGood("oxide.*", "oxide.Dy")).toBe(true);
    expect(matchesGood("*", "oxide.Dy")).toBe(true);
    expect(matchesGood("oxide.D", "oxide.Dy")).toBe(false);
  });
});

describe("regionsOf", () => {
  const chain = { regions: toyChain.regions, groups: { Pacific: ["JPN", "AUS"] } };

  it("opens groups, lists and the star, and has nobody for an empty name", () => {
    expect(regionsOf(chain, "*")).toEqual(["CHN", "USA", "JPN", "AUS"]);
    expect(regionsOf(chain, "Pacific+USA")).toEqual(["JPN", "AUS", "USA"]);
    expect(regionsOf(chain, "")).toEqual([]);
  });
});
