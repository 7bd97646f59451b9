import { describe, expect, it } from "vitest";
import { consumerSurplus, demandAt, type DemandCurve } from "./demand-curve.js";
import { habitSurplus, meetingPrice } from "./habit-surplus.js";

const base = { basePrice: 50, choke: 450 };
const exponentLong = 0.9;
const gap = 0.9 / (1 - Math.pow(9, -0.9)) - 0.3 / (1 - Math.pow(9, -0.3));
const short = (habit: number): DemandCurve => ({ ...base, quantity: 100 * habit, exponent: 0.3 });
const long: DemandCurve = { ...base, quantity: 100, exponent: exponentLong };

describe("the surplus of habit", () => {
  it("measures from where the year's curve meets the long-run one", () => {
    for (const habit of [0.7, 0.9, 1, 1.1, 1.3]) {
      const price = meetingPrice(short(habit), long, habit, gap);
      expect(demandAt(short(habit), price) / demandAt(long, price)).toBeCloseTo(1, 2);
    }
    expect(meetingPrice(short(1), long, 1, gap)).toBe(50);
  });

  it("makes the year's surplus the long-run one at the meeting price", () => {
    const habit = 0.85;
    const curve = short(habit);
    const kept = habitSurplus({ short: curve, habit, exponentLong, gap });
    const price = meetingPrice(curve, long, habit, gap);
    expect(consumerSurplus(curve, price) + kept).toBeCloseTo(consumerSurplus(long, price), 6);
  });

  it("moves little where the meeting price is missed by a little", () => {
    const curve = short(0.85);
    const price = meetingPrice(curve, long, 0.85, gap);
    const at = (p: number) => consumerSurplus(long, p) - consumerSurplus(curve, p);
    expect(Math.abs(at(price * 1.01) - at(price)) / consumerSurplus(long, price)).toBeLessThan(1e-3);
  });

  it("is nothing where both elasticities agree or nothing is used", () => {
    expect(habitSurplus({ short: short(0.9), habit: 0.9, exponentLong: 0.3, gap: 0 })).toBe(0);
    expect(habitSurplus({ short: { ...short(1), quantity: 0 }, habit: 1, exponentLong, gap })).toBe(0);
  });
});
