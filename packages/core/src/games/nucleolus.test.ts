import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { airportSavings, bankruptcyGame, gameOf, majorityGame, permuted } from "../fixtures/games.js";
import { largestMagnitude, sumsOverCoalitions } from "./coalition.js";
import { leastCoreExcess } from "./least-core.js";
import { nucleolus } from "./nucleolus.js";

const SEED = { seed: 20260204, numRuns: 100 };

/** Random games with an imputation; whole worths make many ties. */
const game = (max: number, whole = false) =>
  fc.integer({ min: 2, max }).chain((players) => {
    const worth = whole ? fc.integer({ min: -3, max: 6 }) : fc.double({ min: -10, max: 10, noNaN: true });
    return fc.array(worth, { minLength: 2 ** players, maxLength: 2 ** players }).map((list) => {
      const table = Float64Array.from(list, (value, mask) => (mask ? value : 0));
      const singles = Array.from({ length: players }, (_, k) => table[1 << k]).reduce((a, b) => a + b, 0);
      table[table.length - 1] = Math.max(table.at(-1)!, singles + Math.abs(list[0]));
      return { players, worth: table };
    });
  });

const close = (found: ArrayLike<number> | undefined, expected: ArrayLike<number>, scale = 1) => {
  expect(found).toBeDefined();
  for (let k = 0; k < expected.length; k++)
    expect(Math.abs(found![k] - expected[k])).toBeLessThan(1e-9 * scale);
};

/** Constrained equal awards on half-claims below half the total, mirrored above: the rule of the Mishnah. */
function talmudRule(claims: readonly number[], estate: number): number[] {
  const total = claims.reduce((a, b) => a + b, 0);
  if (estate > total / 2) return talmudRule(claims, total - estate).map((loss, k) => claims[k] - loss);
  const paid = (cap: number) => claims.reduce((sum, claim) => sum + Math.min(claim / 2, cap), 0);
  let [low, high] = [0, Math.max(...claims)];
  for (let k = 0; k < 200; k++) {
    if (paid((low + high) / 2) < estate) low = (low + high) / 2;
    else high = (low + high) / 2;
  }
  return claims.map((claim) => Math.min(claim / 2, high));
}

describe("nucleolus", () => {
  it("divides an estate as the Mishnah does, up to fifteen claimants", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 11 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (claims, share) => {
          const estate = share * claims.reduce((a, b) => a + b, 0);
          close(nucleolus(bankruptcyGame(claims, estate), claims.length), talmudRule(claims, estate), estate);
        },
      ),
      { ...SEED, numRuns: 40 },
    );
    const claims = Array.from({ length: 15 }, (_, k) => 10 + 7 * ((k * 4) % 15));
    for (const estate of [100, 444, 700]) {
      close(nucleolus(bankruptcyGame(claims, estate), 15), talmudRule(claims, estate), estate);
    }
  });

  it("charges airport users by the smallest average step", () => {
    // S. C. Littlechild, International Journal of Game Theory 3, 1974: with costs ascending, each round gives every
    // remaining user of the cheapest prefix the smallest mean saving.
    const littlechild = (costs: number[]) => {
      const n = costs.length;
      const charge = new Array<number>(n).fill(0);
      for (let done = 0, paid = 0; done < n;) {
        let [best, last] = [Infinity, n - 1];
        for (let k = done; k < n; k++) {
          const users = k === n - 1 ? n - done : k - done + 2;
          const mean = (costs[k] - paid) / users;
          if (mean <= best + 1e-15 && k < n - 1) [best, last] = [mean, k];
          else if (mean < best) [best, last] = [mean, n - 1];
        }
        for (let k = done; k <= last; k++) charge[k] = best;
        paid += best * (last - done + 1);
        done = last + 1;
      }
      return charge;
    };
    for (const costs of [
      [1, 2, 3],
      [5, 5, 9, 14],
      [2, 3, 5, 8, 13, 21, 34],
      Array.from({ length: 14 }, (_, k) => 3 + k * k),
    ]) {
      const charges = littlechild(costs);
      close(
        nucleolus(airportSavings(costs), costs.length),
        costs.map((cost, k) => cost - charges[k]),
        costs.at(-1),
      );
    }
  });

  it("gives a veto player everything and equal voters equal shares", () => {
    close(nucleolus(majorityGame([3, 1, 1], 4), 3), [1, 0, 0]);
    close(nucleolus(majorityGame(new Array(15).fill(1), 8), 15), new Array(15).fill(1 / 15));
  });

  it("stays among imputations when the excesses would push a player below its own worth", () => {
    // Two of three can earn 10, alone nobody more than 0 except the third, who holds an outside option of 9.
    const worth = Float64Array.of(0, 0, 0, 10, 9, 9, 9, 10);
    close(nucleolus(worth, 3), [0.5, 0.5, 9]);
  });

  it("is defined at the edges", () => {
    close(nucleolus(Float64Array.of(0, 7), 1), [7]);
    close(nucleolus(Float64Array.of(0, -1, 2, 5), 2), [1, 4]);
    close(nucleolus(new Float64Array(16), 4), [0, 0, 0, 0]);
    expect(nucleolus(Float64Array.of(0, 3, 3, 5), 2)).toBeUndefined();
    close(nucleolus(Float64Array.of(0, 0.1, 0.2, 0.1 + 0.2 - 1e-16), 2), [0.1, 0.2]);
  });

  it.each([false, true])(
    "lies in the least core whenever that lies among the imputations (ties: %s)",
    (whole) => {
      fc.assert(
        fc.property(game(6, whole), ({ players, worth }) => {
          const least = leastCoreExcess(worth, players);
          const payoff = nucleolus(worth, players)!;
          const sums = new Float64Array(worth.length);
          sumsOverCoalitions(payoff, sums);
          let largest = -Infinity;
          for (let mask = 1; mask < worth.length - 1; mask++)
            largest = Math.max(largest, worth[mask] - sums[mask]);
          const scale = 1e-9 * (1 + largestMagnitude(worth));
          expect(Math.abs(sums.at(-1)! - worth.at(-1)!)).toBeLessThan(scale);
          payoff.forEach((share, k) => {
            expect(share).toBeGreaterThan(worth[1 << k] - scale);
          });
          expect(largest).toBeGreaterThan(least - scale);
          if (least <= 0) expect(largest).toBeLessThan(least + scale);
        }),
        SEED,
      );
    },
  );

  it("gives symmetric players the same and a dummy its own worth", () => {
    fc.assert(
      fc.property(game(5), fc.integer({ min: -5, max: 5 }), ({ players, worth }, alone) => {
        // A twin of the first player and a dummy join: coalitions see one of the twins at most once.
        const extended = gameOf(players + 2, (list) => {
          const twin = list.includes(players) ? 1 : 0;
          const mask = list.filter((k) => k < players).reduce((bits, k) => bits | (1 << k), 0);
          const both = twin === 1 && (mask & 1) === 1 ? 3 : 0;
          return worth[mask | twin] + both + (list.includes(players + 1) ? alone : 0);
        });
        const payoff = nucleolus(extended, players + 2);
        if (!payoff) return;
        expect(payoff[0]).toBeCloseTo(payoff[players], 8);
        const core = leastCoreExcess(extended, players + 2) <= 0;
        if (core) expect(payoff[players + 1]).toBeCloseTo(alone, 8);
      }),
      SEED,
    );
  });

  it("follows a change of unit, of zero and of names", () => {
    fc.assert(
      fc.property(
        game(6),
        fc.constantFrom(1e-6, 3, 1e9),
        fc.integer({ min: -50, max: 50 }),
        ({ players, worth }, unit, shift) => {
          const payoff = nucleolus(worth, players)!;
          const changed = gameOf(players, (list) => {
            const mask = list.reduce((bits, k) => bits | (1 << k), 0);
            return unit * (worth[mask] + list.reduce((sum, k) => sum + shift * k, 0));
          });
          const scale = unit * (20 + 15 * Math.abs(shift));
          close(
            nucleolus(changed, players),
            payoff.map((share, k) => unit * (share + shift * k)),
            scale,
          );
          const reversed = payoff.map((_, k) => players - 1 - k);
          close(nucleolus(permuted(worth, [...reversed]), players), payoff.slice().reverse(), 20);
        },
      ),
      SEED,
    );
  });
});

describe("least core", () => {
  it("is negative when the core has an interior, 0 when it has none, positive when it is empty", () => {
    const uniform = (two: number) => gameOf(3, (list) => [0, 0, two, 1][list.length]);
    expect(leastCoreExcess(uniform(0), 3)).toBeCloseTo(-1 / 3, 12);
    expect(leastCoreExcess(uniform(2 / 3), 3)).toBeCloseTo(0, 12);
    expect(leastCoreExcess(uniform(1), 3)).toBeCloseTo(1 / 3, 12);
  });

  it("is solved for twenty players and when no imputation exists", () => {
    expect(leastCoreExcess(majorityGame(new Array(20).fill(1), 11), 20)).toBeCloseTo(1 - 11 / 20, 10);
    expect(leastCoreExcess(Float64Array.of(0, 3, 3, 5), 2)).toBeCloseTo(0.5, 12);
  });
});
