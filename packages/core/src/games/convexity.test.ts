import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { airportSavings, bankruptcyGame, gameOf, majorityGame } from "../fixtures/games.js";
import { coalitionSize, sumsOverCoalitions } from "./coalition.js";
import { isConvex } from "./convexity.js";
import { leastCoreExcess } from "./least-core.js";
import { shapleyValue } from "./shapley-value.js";

const SEED = { seed: 20260204, numRuns: 60 };
const claims = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 7 });

describe("convexity", () => {
  it("holds for estates and for airport savings, whose core then holds the Shapley value", () => {
    fc.assert(
      fc.property(claims, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (list, share) => {
        const estate = share * list.reduce((a, b) => a + b, 0);
        for (const worth of [bankruptcyGame(list, estate), airportSavings(list)]) {
          expect(isConvex(worth, list.length, 1e-9)).toBe(true);
          expect(leastCoreExcess(worth, list.length)).toBeLessThan(1e-9);
          const sums = new Float64Array(worth.length);
          sumsOverCoalitions(shapleyValue(worth, list.length), sums);
          worth.forEach((value, mask) => {
            expect(sums[mask]).toBeGreaterThan(value - 1e-9);
          });
        }
      }),
      SEED,
    );
  });

  it("holds for functions of size exactly when increments do not fall", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 8 }), (steps) => {
        const bySize = steps.reduce<number[]>((list, step) => [...list, list[list.length - 1] + step], [0]);
        const worth = gameOf(steps.length, (list) => bySize[list.length]);
        const rising = steps.every((step, k) => k === 0 || step >= steps[k - 1]);
        expect(isConvex(worth, steps.length, 0)).toBe(rising);
      }),
      SEED,
    );
  });

  it("fails for a majority, and forgives no more than the tolerance", () => {
    expect(isConvex(majorityGame([1, 1, 1], 2), 3, 1e-9)).toBe(false);
    const almost = Float64Array.from(
      { length: 8 },
      (_, mask) => coalitionSize(mask) - (mask === 7 ? 1e-6 : 0),
    );
    expect(isConvex(almost, 3, 1e-5)).toBe(true);
    expect(isConvex(almost, 3, 1e-7)).toBe(false);
  });
});
