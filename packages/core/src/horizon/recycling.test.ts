import { describe, expect, it } from "vitest";
import { demandIndex, toyBaseline, toyChain } from "../fixtures/toy.js";
import { calibrate } from "../market/calibrate.js";
import { arisings, recycledSupply, recyclingOf } from "./recycling.js";

const run = (growth: number, use: number, years: number) => {
  const calibration = calibrate(toyChain, { ...toyBaseline, demandIndex: demandIndex(growth) });
  const recycling = recyclingOf(calibration);
  const cohorts = Array.from({ length: years }, (_, t) =>
    calibration.uses.goodQuantity.map((q) => q * Math.pow(1 + use, t)),
  );
  const before = arisings(calibration, recycling, [], 2024);
  const now = arisings(calibration, recycling, cohorts, 2024 + years);
  return { calibration, recycling, before, now };
};

describe("recycling by cohort", () => {
  it("stays what it was in a flat world", () => {
    const { before, now } = run(0, 0, 10);
    now.forEach((value, i) => {
      expect(value).toBeCloseTo(before[i], 6);
    });
  });

  it("grows with the stock in use", () => {
    const { before, now } = run(0.05, 0.05, 10);
    const ev = before.findIndex((value) => value > 0);
    expect(now[ev] / before[ev]).toBeCloseTo(Math.pow(1.05, 10), 6);
  });

  it("returns the elements collected and recovered as oxides where they are made", () => {
    const { calibration, recycling, before, now } = run(0.05, 0.05, 10);
    const { given } = recycledSupply(calibration, recycling, before, now);
    const rises = [...given.keys()].filter((o) => given[o] > calibration.origins.recycled[o]);
    for (const o of rises)
      expect(calibration.goods[calibration.origins.good[o]].startsWith("oxide.")).toBe(true);
    const chinese = rises.find(
      (o) =>
        calibration.origins.region[o] === 0 &&
        calibration.goods[calibration.origins.good[o]] === "oxide.NdPr",
    )!;
    const goods = calibration.uses;
    const china = goods.id.indexOf("ev@CHN");
    let content = 0;
    for (let i = goods.goodStart[china]; i < goods.goodStart[china + 1]; i++)
      content += 0.25 * (now[i] - before[i]);
    expect(given[chinese] - 2000).toBeCloseTo((0.3 * 0.8 * content) / 0.857, 6);
  });

  it("takes nothing from a region whose arisings fall", () => {
    const { calibration, recycling, before } = run(0, 0, 1);
    const { given } = recycledSupply(
      calibration,
      recycling,
      before,
      before.map((value) => value / 2),
    );
    expect([...given]).toEqual([...calibration.origins.recycled]);
  });
});
