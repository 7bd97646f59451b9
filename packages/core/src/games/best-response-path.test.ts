import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestResponsePath, endPoints } from "./best-response-path.js";
import { LARGEST_GAIN, randomOrders, seatOrder, standardOrders } from "./move-order.js";
import {
  deviations,
  profileNumber,
  profileOf,
  remembered,
  type Profile,
  type StanceGame,
} from "./stance-game.js";

const SEED = { seed: 20260204, numRuns: 200 };

/** A game from a table of payoffs by profile number. */
function tableGame(seats: number, stances: number, table: readonly number[]): StanceGame {
  return {
    seats,
    stances,
    payoff: (profile) => table.slice(profileNumber(profile, stances) * seats).slice(0, seats),
  };
}

const anyGame = fc.constantFrom([2, 2], [3, 2], [4, 2], [3, 3]).chain(([seats, stances]) => {
  const length = stances ** seats * seats;
  const table = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: length, maxLength: length });
  return fc.record({ table, start: fc.nat(stances ** seats - 1) }).map(({ table: payoffs, start }) => ({
    game: tableGame(seats, stances, payoffs),
    start: profileOf(start, seats, stances),
  }));
});

/** Everybody is paid when nobody commits (0); a seat that commits alone pays 1, and all gain 2 if all commit. */
const stagHunt: StanceGame = {
  seats: 3,
  stances: 2,
  payoff: (profile: Profile) => {
    const all = profile.every((stance) => stance === 1);
    return [...profile].map((stance) => (all ? 2 : 0) - stance);
  },
};

const matchingPennies: StanceGame = {
  seats: 2,
  stances: 2,
  payoff: ([a, b]: Profile) => (a === b ? [1, -1] : [-1, 1]),
};

describe("profiles", () => {
  it("have a number and back", () => {
    for (let number = 0; number < 81; number++)
      expect(profileNumber(profileOf(number, 4, 3), 3)).toBe(number);
    expect([...profileOf(5, 3, 3)]).toEqual([2, 1, 0]);
  });

  it("are asked for once", () => {
    let calls = 0;
    const game = remembered({ ...stagHunt, payoff: (profile) => (calls++, stagHunt.payoff(profile)) });
    for (let k = 0; k < 3; k++) game.payoff(Uint8Array.of(1, 0, 1));
    expect(calls).toBe(1);
  });
});

describe("best-response path", () => {
  it("consists of single moves that gain, each from where the last one led, and stops where nobody wants to move", () => {
    fc.assert(
      fc.property(anyGame, fc.nat(3), ({ game, start }, which) => {
        const order = standardOrders(game.seats, 2, 11)[which];
        const path = bestResponsePath(game, start, order);
        let now = path.start;
        for (const move of path.moves) {
          const before = profileOf(now, game.seats, game.stances);
          const after = before.slice();
          after[move.seat] = move.to;
          expect(move.before).toBe(now);
          expect(before[move.seat]).toBe(move.from);
          expect(move.gain).toBe(game.payoff(after)[move.seat] - game.payoff(before)[move.seat]);
          expect(move.gain).toBeGreaterThan(0);
          now = profileNumber(after, game.stances);
          expect(move.after).toBe(now);
        }
        expect(path.end).toBe(now);
        const wanting = deviations(game, profileOf(now, game.seats, game.stances));
        expect(wanting.length === 0).toBe(path.ended === "rest");
        if (path.ended === "cycle") expect(path.cycle).toContain(now);
      }),
      SEED,
    );
  });

  it("lets whoever gains most move first", () => {
    const game = tableGame(2, 2, [0, 0, 1, 0, 0, 3, 1, 1]);
    expect(bestResponsePath(game, [0, 0], LARGEST_GAIN).moves[0]).toMatchObject({ seat: 1, gain: 3, to: 1 });
    expect(bestResponsePath(game, [0, 0], seatOrder(2)).moves[0]).toMatchObject({ seat: 0, gain: 1 });
  });

  it("rests both at the full and at the empty table of a stag hunt", () => {
    for (const order of standardOrders(3, 3, 1)) {
      expect(bestResponsePath(stagHunt, [1, 1, 1], order)).toMatchObject({
        end: 7,
        moves: [],
        ended: "rest",
      });
      expect(bestResponsePath(stagHunt, [1, 0, 1], order).ended).toBe("rest");
      expect(bestResponsePath(stagHunt, [0, 0, 0], order)).toMatchObject({ end: 0, moves: [] });
    }
  });

  it("recognises a cycle", () => {
    const path = bestResponsePath(matchingPennies, [0, 0], LARGEST_GAIN);
    expect(path.ended).toBe("cycle");
    expect([...path.cycle].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect(bestResponsePath(matchingPennies, [0, 0], seatOrder(2)).ended).toBe("cycle");
  });

  it("leaves everybody indifferent when all tie or no gain exceeds the threshold", () => {
    const tied: StanceGame = { seats: 12, stances: 3, payoff: () => new Float64Array(12).fill(1) };
    expect(bestResponsePath(tied, new Uint8Array(12), LARGEST_GAIN).moves).toEqual([]);
    const dull = { ...matchingPennies, threshold: [2, 2] };
    expect(bestResponsePath(dull, [0, 0], LARGEST_GAIN).moves).toEqual([]);
  });
});

describe("end points", () => {
  it("count the orders that lead to each", () => {
    const orders = standardOrders(3, 8, 5);
    const ends = endPoints(stagHunt, [1, 1, 0], orders);
    expect(ends.reduce((sum, { orders: count }) => sum + count, 0)).toBe(10);
    expect(ends.map(({ profile }) => profile).sort((a, b) => a - b)).toEqual([0, 7]);
  });

  it("count a cycle once, wherever it is entered", () => {
    const ends = endPoints(matchingPennies, [1, 0], standardOrders(2, 4, 5));
    expect(ends).toEqual([{ profile: 0, ended: "cycle", orders: 6 }]);
  });
});

describe("random orders", () => {
  it("are permutations, and the same for the same seed", () => {
    const orders = randomOrders(12, 20, 42);
    expect(randomOrders(12, 20, 42)).toEqual(orders);
    expect(randomOrders(12, 20, 43)).not.toEqual(orders);
    for (const order of orders) {
      if (order.kind !== "sequence") throw new Error("a sequence was expected");
      expect([...order.seats].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, k) => k));
    }
  });
});
