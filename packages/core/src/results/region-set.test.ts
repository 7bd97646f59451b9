import { describe, expect, it } from "vitest";
import { toyChain } from "../fixtures/toy.js";
import { presentValue } from "./present-value.js";
import { regionNames, regionSet } from "./region-set.js";

const chain = { ...toyChain, groups: { PAC: ["JPN", "AUS"] } };
const set = (name: string, members = ["USA", "PAC", "JPN"]) => {
  const found = regionSet(chain, members, name);
  return found === undefined ? undefined : [...found].map((index) => chain.regions[index].id);
};

describe("groups of regions", () => {
  it("are regions, the chain's groups and aggregates", () => {
    expect(set("JPN")).toEqual(["JPN"]);
    expect(set("PAC")).toEqual(["JPN", "AUS"]);
    expect(set("world")).toEqual(["CHN", "USA", "JPN", "AUS"]);
    expect(set("world-excluding-CHN")).toEqual(["USA", "JPN", "AUS"]);
    expect(set("nowhere")).toBeUndefined();
    for (const name of regionNames(chain)) expect(set(name)).toBeDefined();
  });

  it("hold each region once", () => {
    expect(set("members")).toEqual(["USA", "JPN", "AUS"]);
    expect(set("non-members")).toEqual(["CHN"]);
    expect(set("members", [])).toEqual([]);
  });

  it("are the scenario's members, not a group of the chain that bears the name", () => {
    const named = { ...chain, groups: { ...chain.groups, members: ["USA", "JPN", "AUS"] } };
    expect([...regionSet(named, ["USA"], "members")!]).toEqual([1]);
    expect([...regionSet(named, ["USA"], "non-members")!]).toEqual([0, 2, 3]);
    expect(new Set(regionNames(named)).size).toBe(regionNames(named).length);
  });

  it("count a seat's own accounts as a member, all its group's as a region", () => {
    const seated = { ...chain, seats: [{ ...chain.seats[0], id: "PAC", regions: ["AUS"] }] };
    expect([...regionSet(seated, ["USA", "PAC"], "members")!]).toEqual([1, 3]);
    expect([...regionSet(seated, ["USA", "PAC"], "PAC")!]).toEqual([2, 3]);
  });

  it("are the same set for the same question", () => {
    const members = ["USA"];
    expect(regionSet(chain, members, "members")).toBe(regionSet(chain, members, "members"));
    expect(regionSet(chain, ["JPN"], "members")).not.toBe(regionSet(chain, members, "members"));
  });
});

describe("present value", () => {
  it("discounts to 1 January of its year and leaves earlier years out", () => {
    expect(presentValue([9, 9, 100, 105], [2024, 2025, 2026, 2027], 0.05, 2026)).toBeCloseTo(200, 12);
    expect(presentValue([1, 1], [2030, 2031], 0, 2026)).toBe(2);
    expect(presentValue([5], [2025], 0.05, 2026)).toBe(0);
  });
});
