import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gameOf, permuted } from "../fixtures/games.js";
import { largestMagnitude } from "./coalition.js";
import { shapleyValue } from "./shapley-value.js";

const SEED = { seed: 20260204, numRuns: 200 };
const game = (max = 6) =>
  fc.integer({ min: 1, max }).chain((players) =>
    fc
      .array(fc.double({ min: -100, max: 100, noNaN: true }), {
        minLength: 2 ** players,
        maxLength: 2 ** players,
      })
      .map((list) => ({ players, worth: Float64Array.from(list, (value, mask) => (mask ? value : 0)) })),
  );

/** The textbook definition: the mean marginal contribution over all orders of arrival. */
function overOrders(worth: Float64Array, players: number): number[] {
  const totals = new Array<number>(players).fill(0);
  let orders = 0;
  const arrive = (mask: number, path: number[]) => {
    if (path.length === players) {
      orders++;
      path.reduce((before, k) => {
        totals[k] += worth[before | (1 << k)] - worth[before];
        return before | (1 << k);
      }, 0);
      return;
    }
    for (let k = 0; k < players; k++) if (!(mask & (1 << k))) arrive(mask | (1 << k), [...path, k]);
  };
  arrive(0, []);
  return totals.map((total) => total / orders);
}

describe("Shapley value", () => {
  it("is the mean marginal contribution over all orders", () => {
    fc.assert(
      fc.property(game(), ({ players, worth }) => {
        const expected = overOrders(worth, players);
        shapleyValue(worth, players).forEach((value, k) => {
          expect(value).toBeCloseTo(expected[k], 10);
        });
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  it("shares out the worth of the grand coalition", () => {
    fc.assert(
      fc.property(game(9), ({ players, worth }) => {
        const total = shapleyValue(worth, players).reduce((a, b) => a + b, 0);
        expect(Math.abs(total - worth.at(-1)!)).toBeLessThan(1e-11 * (1 + largestMagnitude(worth)));
      }),
      SEED,
    );
  });

  it("is additive over games", () => {
    fc.assert(
      fc.property(
        game(5),
        fc.infiniteStream(fc.double({ min: -10, max: 10, noNaN: true })),
        ({ players, worth }, more) => {
          const other = worth.map((_, mask) => (mask ? (more.next().value as number) : 0));
          const both = shapleyValue(
            worth.map((value, mask) => value + other[mask]),
            players,
          );
          const [a, b] = [shapleyValue(worth, players), shapleyValue(other, players)];
          both.forEach((value, k) => {
            expect(value).toBeCloseTo(a[k] + b[k], 10);
          });
        },
      ),
      SEED,
    );
  });

  it("gives a dummy what it is worth alone", () => {
    fc.assert(
      fc.property(game(5), fc.double({ min: -10, max: 10, noNaN: true }), ({ players, worth }, alone) => {
        const withDummy = gameOf(players + 1, (list) => {
          const mask = list.filter((k) => k < players).reduce((bits, k) => bits | (1 << k), 0);
          return worth[mask] + (list.includes(players) ? alone : 0);
        });
        const value = shapleyValue(withDummy, players + 1);
        expect(value[players]).toBeCloseTo(alone, 10);
        shapleyValue(worth, players).forEach((share, k) => {
          expect(value[k]).toBeCloseTo(share, 10);
        });
      }),
      SEED,
    );
  });

  it("follows the players when they are renamed", () => {
    fc.assert(
      fc.property(game(6), fc.infiniteStream(fc.nat()), ({ players, worth }, keys) => {
        const drawn = Array.from({ length: players }, () => keys.next().value as number);
        const order = drawn.map((_, k) => k).sort((a, b) => drawn[a] - drawn[b]);
        const renamed = shapleyValue(permuted(worth, order), players);
        shapleyValue(worth, players).forEach((value, k) => {
          expect(renamed[order[k]]).toBeCloseTo(value, 10);
        });
      }),
      SEED,
    );
  });

  it("treats players of equal contributions equally, for twenty players too", () => {
    const value = shapleyValue(
      gameOf(20, (list) => list.length ** 2),
      20,
    );
    value.forEach((share) => {
      expect(share).toBeCloseTo(20, 9);
    });
  });
});
