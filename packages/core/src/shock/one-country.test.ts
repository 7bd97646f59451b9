import { describe, expect, it } from "vitest";
import { closedEconomy } from "../fixtures/closed-economy.js";
import { run } from "../results/index.js";
import { annualStop } from "./annual-stop.js";
import { coverOf } from "./cover.js";
import { shock } from "./shock.js";
import { yearOfStop } from "./year-of-stop.js";

const { chain, baseline, scenario } = closedEconomy();
const base = run(chain, baseline, scenario([], [2024, 2026]));
const goods = chain.goods.map(({ id }) => id);
const rule = { drawShare: 0.9, refillMonths: 12 };
const spec = { by: ["CHN"], to: ["CHN"], goods, year: 2026, months: 6, remaining: 0 };

describe("a country that nobody trades with", () => {
  it("cannot be cut off, and does not cut itself off", () => {
    const result = shock(base, [], spec, rule);
    for (const { step } of result.months) expect(step).toBe(result.before);
    expect([...result.loss, ...result.valueAddedAtRisk]).toEqual([0, 0]);
  });

  it("loses nothing in a whole year either", () => {
    const { loss, valueAddedAtRisk, stopped } = annualStop(yearOfStop(base, [], 2026), spec, rule);
    expect([...loss, ...valueAddedAtRisk]).toEqual([0, 0]);
    expect(stopped).toBe(base.steps[2]);
  });

  it("holds in its stores so many years of its use as its users state", () => {
    const { market, equilibrium } = base.steps[2];
    const { users, public: held } = coverOf(base.frame.calibration, market, equilibrium.demandByGood, []);
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
    expect(total(users)).toBeCloseTo(0.2 * total(equilibrium.demandByGood), 6);
    expect(total(held)).toBe(0);
  });
});
