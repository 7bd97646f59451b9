import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { leverYear } from "../fixtures/lever-year.js";
import { run, valueOf } from "./index.js";

const solve = (concession: string) =>
  run(toyChain, toyBaseline, {
    name: "deal",
    horizon: [2024, 2028],
    members: ["USA", "JPN", "AUS"],
    levers: leverYear([
      {
        "bilateral-deal": {
          id: "deal",
          party: ["JPN", "USA"],
          supplier: "CHN",
          concession,
          from: 2026,
          to: 2027,
        },
      },
    ]).levers,
  });
const [free, paid] = [solve("0 MUSD/y"), solve("200 MUSD/y")];
const change = (year: number) => {
  const i = paid.years.indexOf(year);
  return Array.from(paid.steps[i].accounts.welfare, (w, r) => w - free.steps[i].accounts.welfare[r]);
};
const at = (region: string) => paid.frame.calibration.regions.indexOf(region);

describe("what a dealer concedes", () => {
  it("is taken from the payers and given to the supplier, in the years of the deal alone", () => {
    for (const year of [2024, 2025, 2028]) for (const gain of change(year)) expect(gain).toBe(0);
    for (const year of [2026, 2027]) {
      expect(change(year)[at("JPN")]).toBeCloseTo(-100_000, 3);
      expect(change(year)[at("USA")]).toBeCloseTo(-100_000, 3);
      expect(change(year)[at("CHN")]).toBeCloseTo(200_000, 3);
      expect(change(year)[at("AUS")]).toBe(0);
    }
  });

  it("leaves the world's sum and the four identities as they were", () => {
    for (const [i, { year, accounts, identities }] of paid.steps.entries()) {
      const sum = change(year).reduce((all, gain) => all + gain, 0);
      expect(Math.abs(sum) / accounts.turnover).toBeLessThan(1e-9);
      expect(identities.welfare).toBeLessThan(1e-9);
      expect(identities.money).toBe(free.steps[i].identities.money);
    }
  });

  it("stands in the fiscal cost of both, by its lever", () => {
    expect(valueOf(paid, "fiscal-cost[JPN,deal,2026]")).toBeCloseTo(100_000, 6);
    expect(valueOf(paid, "fiscal-cost[CHN,deal,2026]")).toBeCloseTo(-200_000, 6);
    expect(valueOf(free, "fiscal-cost[JPN,2026]")).toBe(valueOf(paid, "fiscal-cost[JPN,2028]"));
  });
});
