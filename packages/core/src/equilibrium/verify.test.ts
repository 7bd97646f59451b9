import { describe, expect, it } from "vitest";
import { generateMarket } from "../market/generate.js";
import type { Market } from "../market/market.js";
import { fullPackage, randomPackage } from "../market/random-package.js";
import { solved } from "./testing/solved.js";
import { verifyMarket, type Answer } from "./verify.js";

const { market: plain, originPrice } = generateMarket({
  seed: 8,
  regions: 6,
  goods: 9,
  makers: 0.5,
  sources: 5,
});
const base = solved(plain, { originPrice });
const market: Market = randomPackage(plain, base, { ...fullPackage, controls: 4, floors: 2 }, 6);
const answer = solved(market, { originPrice });

type Field = keyof Answer;
const fields: readonly Field[] = [
  "originPrice",
  "usePrice",
  "deliveredCost",
  "flow",
  "level",
  "demand",
  "demandByGood",
  "disposal",
  "floorGap",
  "rent",
];

/** The entry of a field that matters most: the largest, which is never negligible beside capacity. */
function largest(values: Float64Array): number {
  let at = 0;
  values.forEach((value, i) => {
    if (value > values[at]) at = i;
  });
  return at;
}

describe("verifyMarket", () => {
  it("accepts a true answer", () => {
    expect(verifyMarket(market, answer).residual).toBeLessThan(1e-9);
  });

  it.each(fields)("fails when the largest %s is off by a thousandth", (field) => {
    const values = answer[field].slice();
    const at = largest(values);
    expect(values[at]).toBeGreaterThan(0);
    for (const factor of [1.001, 0.999]) {
      const moved = values.slice();
      moved[at] *= factor;
      expect(verifyMarket(market, { ...answer, [field]: moved }).residual).toBeGreaterThan(1e-6);
    }
  });

  it("fails for every origin price and every plant's level that is off by a thousandth", () => {
    for (const field of ["originPrice", "level"] as const) {
      for (let i = 0; i < answer[field].length; i++) {
        if (answer[field][i] < 1) continue;
        const moved = answer[field].slice();
        moved[i] *= 1.001;
        expect(verifyMarket(market, { ...answer, [field]: moved }).residual).toBeGreaterThan(1e-9);
      }
    }
  });

  it("names the condition and the place", () => {
    const level = answer.level.slice();
    level[2] *= 1.5;
    const { worst } = verifyMarket(market, { ...answer, level });
    expect(["level", "clearing"]).toContain(worst.condition);
  });

  it("never accepts what is not a number, or a negative quantity", () => {
    for (const [field, value] of [
      ["flow", NaN],
      ["flow", -1e-30],
      ["usePrice", Infinity],
      ["disposal", -1],
      ["rent", -1],
    ] as const) {
      const moved = answer[field].slice();
      moved[0] = value;
      expect(verifyMarket(market, { ...answer, [field]: moved }).residual).toBe(Infinity);
    }
  });

  it("sees disposal where the price is above its floor, and a price below it", () => {
    const at = [...answer.disposal.keys()].find((o) => answer.disposal[o] === 0) ?? 0;
    const disposal = answer.disposal.slice();
    disposal[at] = 1;
    expect(verifyMarket(market, { ...answer, disposal }).residual).toBeGreaterThan(1e-9);
    const price = answer.originPrice.map((value, o) => Math.min(value, market.origins.disposalPrice[o] - 1));
    expect(verifyMarket(market, { ...answer, originPrice: price }).residual).toBeGreaterThan(0.001);
  });

  it("sees an answer to another market", () => {
    expect(verifyMarket(plain, answer).residual).toBeGreaterThan(1e-4);
    expect(verifyMarket(market, base).residual).toBeGreaterThan(1e-4);
  });
});
