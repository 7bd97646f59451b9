import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gameOf } from "../fixtures/games.js";
import { airportShapley } from "./airport.js";
import { shapleyValue } from "./shapley-value.js";

const kind = fc.record({
  id: fc.constant("k"),
  count: fc.integer({ min: 1, max: 5000 }),
  cost: fc.double({ min: 0, max: 1e6, noNaN: true }),
});

describe("airport game", () => {
  it("agrees with the Shapley value by enumeration", () => {
    const kinds = [
      { id: "b", count: 3, cost: 7 },
      { id: "a", count: 4, cost: 2 },
      { id: "c", count: 2, cost: 7.5 },
      { id: "free", count: 1, cost: 0 },
    ];
    const costs = kinds.flatMap(({ count, cost }) => new Array<number>(count).fill(cost));
    const worth = gameOf(costs.length, (list) => Math.max(...list.map((k) => costs[k])));
    const each = shapleyValue(worth, costs.length);
    const charges = airportShapley(kinds);
    const expected = kinds.flatMap(({ count }, k) => new Array<number>(count).fill(charges[k]));
    each.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k], 12);
    });
  });

  it("recovers the whole cost, however many players, and never charges more than the cost alone", () => {
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 200 }), (kinds) => {
        const charges = airportShapley(kinds);
        const total = kinds.reduce((sum, { count }, k) => sum + count * charges[k], 0);
        const largest = Math.max(...kinds.map(({ cost }) => cost));
        expect(Math.abs(total - largest)).toBeLessThanOrEqual(1e-10 * largest);
        kinds.forEach(({ cost }, k) => {
          expect(charges[k]).toBeLessThanOrEqual(cost * (1 + 1e-12));
        });
      }),
      { seed: 20260204 },
    );
  });

  it("charges more to those who need more, and kinds of equal cost alike", () => {
    const charges = airportShapley([
      { id: "x", count: 5, cost: 3 },
      { id: "y", count: 8, cost: 3 },
      { id: "z", count: 1, cost: 4 },
    ]);
    expect(charges[0]).toBe(charges[1]);
    expect(charges[2]).toBeCloseTo(charges[0] + 1, 14);
  });
});
