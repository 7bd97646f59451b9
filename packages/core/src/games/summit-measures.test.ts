import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atHazard, breakEven } from "./break-even.js";
import { coalitionMembers } from "./coalition.js";
import { commitmentGame } from "./gain-game.js";
import { departures } from "./pivotal.js";
import { shapleyValue } from "./shapley-value.js";
import { stability } from "./stability.js";
import { cheapestTransfers } from "./transfers.js";

const SEED = { seed: 20260204 };
const numbers = (length: number) =>
  fc
    .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: length, maxLength: length })
    .map((list) => Float64Array.from(list));
const game = fc
  .record({ payoff: numbers(16 * 4), outside: numbers(16 * 4) })
  .map((arrays) => ({ ...arrays, seats: 4 }));

describe("the game 'S commits, the rest hedge'", () => {
  it("has a Shapley value that sums to the grand coalition's gain", () => {
    fc.assert(
      fc.property(game, (payoffs) => {
        const worth = commitmentGame(payoffs);
        const gain = [0, 1, 2, 3].reduce((sum, k) => sum + payoffs.payoff[15 * 4 + k] - payoffs.payoff[k], 0);
        expect(worth[0]).toBe(0);
        expect(shapleyValue(worth, 4).reduce((a, b) => a + b, 0)).toBeCloseTo(gain, 9);
      }),
      SEED,
    );
  });

  it("gives nothing when no payoff depends on who commits", () => {
    const payoff = Float64Array.from({ length: 8 * 3 }, (_, k) => 10 + (k % 3));
    expect([...shapleyValue(commitmentGame({ seats: 3, payoff }), 3)]).toEqual([0, 0, 0]);
  });
});

describe("cheapest transfers", () => {
  it("hold the coalition, balance, and move no more than the shortfalls", () => {
    fc.assert(
      fc.property(game, fc.integer({ min: 0, max: 15 }), (payoffs, coalition) => {
        const { transfers, moved, outsideMoney } = cheapestTransfers(payoffs, coalition);
        let received = 0;
        transfers.forEach((transfer, seat) => {
          if (!(coalition & (1 << seat))) {
            expect(transfer).toBe(0);
            return;
          }
          const inside = payoffs.payoff[coalition * 4 + seat];
          const alone = payoffs.outside[(coalition ^ (1 << seat)) * 4 + seat];
          expect(inside + transfer).toBeGreaterThanOrEqual(alone - 1e-9);
          if (transfer > 0) expect(transfer).toBeCloseTo(alone - inside, 9);
          received += Math.max(0, transfer);
        });
        expect(received).toBeCloseTo(moved, 9);
        expect(transfers.reduce((a, b) => a + b, 0)).toBeCloseTo(outsideMoney, 9);
        expect(outsideMoney).toBeGreaterThanOrEqual(0);
        const potentially = stability(payoffs).potentiallyInternal[coalition] === 1;
        if (outsideMoney > 1e-9) expect(potentially).toBe(false);
        if (potentially) expect(outsideMoney).toBeLessThan(1e-9);
      }),
      SEED,
    );
  });

  it("are nothing where a coalition holds by itself, and spare what the threshold forgives", () => {
    const payoff = Float64Array.of(0, 0, 1, 3, 5, 1, 3, 2);
    expect(cheapestTransfers({ seats: 2, payoff }, 3).moved).toBe(2 + 1);
    expect(cheapestTransfers({ seats: 2, payoff, threshold: Float64Array.of(2, 1) }, 3).moved).toBe(0);
    expect(cheapestTransfers({ seats: 2, payoff }, 3).outsideMoney).toBe(3);
  });
});

describe("departures", () => {
  it("rank members by what the others lose, and mark who is pivotal", () => {
    // Seat 0 brings 6 to each of the others, seat 1 brings 1, seat 2 nothing.
    const payoff = new Float64Array(8 * 3);
    for (let mask = 0; mask < 8; mask++) {
      for (const seat of coalitionMembers(mask)) {
        payoff[mask * 3 + seat] = (mask & 1 && seat !== 0 ? 6 : 0) + (mask & 2 && seat !== 1 ? 1 : 0) - 2;
      }
    }
    const holds = stability({ seats: 3, payoff }).potentiallyInternal;
    expect(departures({ seats: 3, payoff }, 7, holds)).toEqual([
      { seat: 0, lossToRest: 12, pivotal: true },
      { seat: 1, lossToRest: 2, pivotal: false },
      { seat: 2, lossToRest: 0, pivotal: false },
    ]);
  });
});

describe("break-even hazard", () => {
  const line = fc.record({
    constant: fc.double({ min: -1e3, max: 1e3, noNaN: true }),
    slope: fc.integer({ min: -1000, max: 1000 }),
  });

  it("is where the two stances tie, with commit better on the side named", () => {
    fc.assert(
      fc.property(line, line, (commit, other) => {
        const { hazard, commitBetter } = breakEven(commit, other);
        const gainAt = (p: number) => atHazard(commit, p) - atHazard(other, p);
        if (hazard === null) {
          expect(commit.slope).toBe(other.slope);
          expect(Math.sign(gainAt(0.3))).toBe(
            { always: 1, never: -1, tied: 0, above: NaN, below: NaN }[commitBetter],
          );
          return;
        }
        expect(Math.abs(gainAt(hazard))).toBeLessThan(1e-9 * (1 + Math.abs(hazard)) * 4000);
        expect(gainAt(hazard + 1) > 0).toBe(commitBetter === "above");
        expect(gainAt(hazard - 1) > 0).toBe(commitBetter === "below");
      }),
      SEED,
    );
  });

  it("calls small differences none", () => {
    const commit = { constant: 1e-7, slope: 1e-8 };
    expect(breakEven(commit, { constant: 0, slope: 0 }, 1e-6)).toEqual({
      hazard: null,
      commitBetter: "tied",
    });
    expect(breakEven({ constant: 1, slope: 0 }, { constant: 0, slope: 0 }).commitBetter).toBe("always");
    expect(breakEven({ constant: -3, slope: 1 }, { constant: 0, slope: 7 })).toEqual({
      hazard: 0.5,
      commitBetter: "above",
    });
  });
});
