import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growing, oneCountryBaseline, oneCountryChain } from "../fixtures/one-country.js";
import { demandIndex, toyBaseline, toyChain } from "../fixtures/toy.js";
import { calibrate } from "../market/calibrate.js";
import { nextHabit } from "./habit.js";
import { nextIdling, type Idling } from "./mothballing.js";
import { horizonParameters } from "./parameters.js";
import { arisings, recycledSupply, recyclingOf } from "./recycling.js";
import { nextStocks, stockValue } from "./stockpile.js";
import { endOfLifeShares } from "./weibull.js";

const parameters = horizonParameters(toyChain);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("a cohort of magnets", () => {
  it("comes back once: shares of all ages are not negative and add up to one in the end (property)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 25, noNaN: true }),
        fc.double({ min: 0.8, max: 6, noNaN: true }),
        (life, shape) => {
          const shares = endOfLifeShares(life, shape, 800);
          for (const part of shares) expect(part).toBeGreaterThanOrEqual(0);
          expect(shares.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 6);
          const mean = shares.reduce((sum, part, i) => sum + part * (i + 0.5), 0);
          expect(Math.abs(mean - life)).toBeLessThan(0.25);
        },
      ),
      { seed: 71, numRuns: 30 },
    );
  });

  it.each([
    ["one country", oneCountryChain, { ...oneCountryBaseline, demandIndex: growing(0) }],
    ["four regions", toyChain, { ...toyBaseline, demandIndex: demandIndex(0) }],
  ] as const)("of more use leaves more behind, of none only what stood before (%s)", (_, chain, baseline) => {
    const calibration = calibrate(chain, baseline);
    const recycling = recyclingOf(calibration);
    const base = arisings(calibration, recycling, [], 2024);
    const after = (scale: number) => {
      const cohorts = Array.from({ length: 12 }, () =>
        calibration.uses.goodQuantity.map((tonnes) => scale * tonnes),
      );
      return arisings(calibration, recycling, cohorts, 2036);
    };
    const [none, same, more] = [after(0), after(1), after(2)];
    base.forEach((tonnes, i) => {
      expect(same[i]).toBeCloseTo(tonnes, 6);
      expect(more[i]).toBeGreaterThanOrEqual(same[i]);
      expect(none[i]).toBeLessThanOrEqual(same[i]);
      expect(more[i] - same[i]).toBeCloseTo(same[i] - none[i], 6);
    });
    const given = (now: Float64Array) => recycledSupply(calibration, recycling, base, now).given;
    expect([...given(same)].map((x) => Math.round(x * 1e6))).toEqual(
      [...calibration.origins.recycled].map((x) => Math.round(x * 1e6)),
    );
    const returned = given(more).reduce((sum, x, o) => sum + x - calibration.origins.recycled[o], 0);
    const risen = more.reduce((sum, x, i) => sum + x - base[i], 0);
    expect(returned).toBeGreaterThan(0);
    expect(returned).toBeLessThan(risen);
  });
});

describe("habit", () => {
  it("answers a price above the base with less demand and one below with more, and comes back with it (property)", () => {
    const price = fc.double({ min: 6, max: 400, noNaN: true });
    fc.assert(
      fc.property(price, fc.double({ min: 0, max: 2, noNaN: true }), share, (paid, gap, speed) => {
        const habit = nextHabit(1, gap, speed, paid, 50, 450);
        if (paid > 50) expect(habit).toBeLessThanOrEqual(1);
        else expect(habit).toBeGreaterThanOrEqual(1);
        let back = habit;
        for (let year = 0; year < 400; year++) back = nextHabit(back, gap, 0.2, 50, 50, 450);
        expect(back).toBeCloseTo(1, 9);
      }),
      { seed: 72, numRuns: 60 },
    );
  });

  it("moves not at all at no speed, and all the way at once at full speed", () => {
    expect(nextHabit(0.8, 0.5, 0, 100, 50, 450)).toBeCloseTo(0.8, 12);
    expect(nextHabit(0.8, 0.5, 1, 100, 50, 450)).toBeCloseTo(Math.pow(2, -0.5), 12);
  });

  it("stays finite at prices of nothing, below nothing and without bound", () => {
    for (const paid of [0, -10, 1e12])
      expect(nextHabit(1, 0.5, 0.2, paid, 50, 450)).toSatisfy((x: number) => x > 0 && Number.isFinite(x));
  });
});

describe("a store", () => {
  const orders = (quantities: readonly number[]) =>
    quantities.map((quantity) => [{ lever: "s", buyer: 0, quantity, payers: [] }]);
  const after = (quantities: readonly number[], prices: readonly number[]) =>
    orders(quantities).reduce<ReturnType<typeof nextStocks>>(
      (stocks, order, i) => nextStocks(stocks, order, Float64Array.of(prices[i])),
      [],
    )[0];

  it("bought in two halves costs the same, and is worth no more than it cost (property)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (quantity, split, paid, later) => {
          const whole = after([quantity], [paid]);
          const halves = after([split * quantity, (1 - split) * quantity], [paid, paid]);
          expect(halves.cost).toBeCloseTo(whole.cost, 4);
          const worth = stockValue(whole, Float64Array.of(later));
          expect(worth).toBeLessThanOrEqual(whole.cost + 1e-9);
          expect(worth).toBeLessThanOrEqual(quantity * later + 1e-9);
        },
      ),
      { seed: 73 },
    );
  });

  it("emptied leaves neither tonnes nor cost, whatever prices did", () => {
    const empty = after([100, 50, -150], [10, 90, 500]);
    expect(empty.quantity).toBe(0);
    expect(empty.cost).toBeCloseTo(0, 9);
    expect(stockValue(empty, Float64Array.of(500))).toBeCloseTo(0, 9);
  });
});

describe("mothballing", () => {
  const course = (levels: readonly number[], capacity = 100) => {
    let state: Idling = {
      lowYears: new Int32Array(1),
      mothballed: new Float64Array(1),
      restartCost: new Float64Array(1),
    };
    const [seen, paid]: [number[], number[]] = [[], []];
    for (const level of levels) {
      state = nextIdling(state, Float64Array.of(capacity), Float64Array.of(level), () => 40, parameters);
      seen.push(state.mothballed[0]);
      paid.push(state.restartCost[0]);
    }
    return { seen, paid };
  };

  it("never closes what runs, and never a plant that is not there (property)", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 }), (levels) => {
        const { seen } = course(levels);
        seen.forEach((closed, t) => {
          if (t > 0 && closed > 0 && seen[t - 1] === 0)
            expect(levels[t]).toBeLessThanOrEqual(100 * (1 - closed));
          expect(closed).toBeLessThan(1);
        });
      }),
      { seed: 74 },
    );
    expect(course([0, 0, 0, 0], 0).seen).toEqual([0, 0, 0, 0]);
  });

  it("costs a restart once, in proportion to what reopens", () => {
    const { seen, paid } = course([1, 1, 5, 60, 60]);
    expect(seen.map((closed) => closed > 0)).toEqual([false, true, false, false, false]);
    expect(paid.filter((cost) => cost > 0)).toHaveLength(1);
    expect(course([1, 1, 5], 200).paid[2]).toBe(0);
  });
});
