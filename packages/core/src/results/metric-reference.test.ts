import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { parseMetricReference } from "./metric-reference.js";
import { run } from "./run.js";

const result = run(toyChain, toyBaseline, {
  name: "toy",
  levers: [],
  horizon: [2024, 2026],
  members: ["USA", "JPN", "AUS"],
});
const read = (text: string) => {
  const { metric, names, year, assumed } = parseMetricReference(text, result);
  return { metric: metric.id, names, year, assumed: assumed.map(({ dimension }) => dimension) };
};

describe("metric references", () => {
  it("take dimensions in their order and the year last", () => {
    expect(read("price[oxide.Dy,USA,2025]")).toEqual({
      metric: "price",
      names: { good: "oxide.Dy", region: "USA" },
      year: 2025,
      assumed: [],
    });
  });

  it("take dimensions by name, in any order", () => {
    expect(read("exposure[partner=CHN, stage=magnet, year=2026]")).toEqual({
      metric: "exposure",
      names: { partner: "CHN", stage: "magnet", region: "members" },
      year: 2026,
      assumed: ["region"],
    });
    expect(read("fiscal-cost[region=members,2025]").names).toEqual({ region: "members" });
  });

  it("assume members, NdPr oxide and the last year, and say so", () => {
    expect(read("price")).toEqual({
      metric: "price",
      names: { region: "members", good: "oxide.NdPr" },
      year: undefined,
      assumed: ["good", "region"],
    });
  });

  it("pass over a dimension that a name cannot be meant for", () => {
    expect(read("price[USA]").names).toEqual({ region: "USA", good: "oxide.NdPr" });
    expect(read("use[oxide.LaCe,polishing]").names).toEqual({
      good: "oxide.LaCe",
      endUse: "polishing",
      region: "members",
    });
  });

  it("take * for a whole dimension", () => {
    expect(read("production[*,*]").names).toEqual({ good: "*", region: "world" });
    expect(read("use[oxide.LaCe,*,polishing]").names).toEqual({
      good: "oxide.LaCe",
      region: "world",
      endUse: "polishing",
    });
    expect(read("use[oxide.LaCe,JPN,*,2025]")).toMatchObject({
      names: { good: "oxide.LaCe", region: "JPN" },
      year: 2025,
    });
    expect(() => read("hhi[*,JPN]")).toThrow("UNKNOWN_NAME");
  });

  it("take patterns of goods", () => {
    expect(read("production[magnet.*,CHN]").names.good).toBe("magnet.*");
    expect(() => read("production[magnetic.*,CHN]")).toThrow("UNKNOWN_NAME");
  });

  it.each([
    ["prices[oxide.Dy]", "UNKNOWN_METRIC", "price"],
    ["price[oxide.Dyy,USA]", "UNKNOWN_NAME", "oxide.Dy"],
    ["price[regon=USA]", "UNKNOWN_KEY", "region"],
    ["price[region=USB]", "UNKNOWN_NAME", "USA"],
    ["price[oxide,USA]", "UNKNOWN_NAME", "oxide.*"],
  ])("refuse %s with the nearest name", (text, code, nearest) => {
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ issues: [{ code, nearest }] });
    }
  });

  it("refuse a year outside the run and broken brackets", () => {
    expect(() => read("price[2050]")).toThrow("YEAR_OUT_OF_RANGE");
    expect(() => read("price[oxide.Dy")).toThrow("INVALID_SYNTAX");
    expect(() => read("")).toThrow("INVALID_SYNTAX");
  });
});
