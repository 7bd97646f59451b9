import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestConsistentSet } from "./consistent-set.js";
import { profileNumber, profileOf, type StanceGame } from "./stance-game.js";

function tableGame(seats: number, stances: number, table: readonly number[]): StanceGame {
  return {
    seats,
    stances,
    payoff: (profile) => table.slice(profileNumber(profile, stances) * seats).slice(0, seats),
  };
}

/** Stance 1 is to cooperate. Payoffs at (0,0), (1,0), (0,1), (1,1) as numbered. */
const prisoners = tableGame(2, 2, [1, 1, 0, 3, 3, 0, 2, 2]);

describe("largest consistent set", () => {
  it("holds cooperation among farsighted prisoners, who would be followed", () => {
    expect(largestConsistentSet(prisoners, { joint: false })).toContain(3);
    expect(largestConsistentSet(prisoners)).toContain(3);
    expect(largestConsistentSet(prisoners)).not.toContain(1);
  });

  it("is the one profile that everybody likes best, if nobody can be kept from it", () => {
    const common = tableGame(2, 2, [0, 0, 1, 1, 2, 2, 3, 3]);
    expect(largestConsistentSet(common)).toEqual([3]);
    expect(largestConsistentSet(common, { joint: false })).toEqual([3]);
  });

  it("lets a pair jump where single seats would be stuck", () => {
    const staircase = tableGame(2, 2, [1, 1, 0, 0, 0, 0, 2, 2]);
    expect(largestConsistentSet(staircase)).toEqual([3]);
  });

  it("is never empty, is consistent, and holds every profile when all tie", () => {
    fc.assert(
      fc.property(
        fc.constantFrom([2, 2], [3, 2], [2, 3]).chain(([seats, stances]) => {
          const length = stances ** seats * seats;
          const table = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: length, maxLength: length });
          return table.map((payoffs) => tableGame(seats, stances, payoffs));
        }),
        fc.boolean(),
        (game, joint) => {
          const found = largestConsistentSet(game, { joint });
          expect(found.length).toBeGreaterThan(0);
          expect(found).toEqual(slowly(game, joint));
        },
      ),
      { seed: 20260204, numRuns: 150 },
    );
    const tied: StanceGame = { seats: 3, stances: 2, payoff: () => [1, 1, 1] };
    expect(largestConsistentSet(tied)).toHaveLength(8);
  });

  it("takes six seats of three stances and refuses seven", () => {
    const payoff = (profile: Uint8Array) =>
      [...profile].map((stance, k) => ((stance + k) * 7 + profile[0] * 3) % 5);
    expect(largestConsistentSet({ seats: 6, stances: 3, payoff }).length).toBeGreaterThan(0);
    expect(() => largestConsistentSet({ seats: 7, stances: 2, payoff })).toThrow(RangeError);
  });
});

/** The definition of Chwe (1994) by sets, without bit masks, every coalition tried. */
function slowly(game: StanceGame, joint: boolean): number[] {
  const count = game.stances ** game.seats;
  const all = Array.from({ length: count }, (_, k) => k);
  const profiles = all.map((k) => profileOf(k, game.seats, game.stances));
  const pay = profiles.map((profile) => [...Array.from(game.payoff(profile))]);
  const seats = Array.from({ length: game.seats }, (_, k) => k);
  const groups = (
    joint ? Array.from({ length: 2 ** game.seats - 1 }, (_, k) => k + 1) : seats.map((k) => 2 ** k)
  ).map((mask) => seats.filter((k) => mask & (1 << k)));
  const can = (group: number[], x: number, y: number) =>
    x !== y && seats.every((k) => group.includes(k) || profiles[x][k] === profiles[y][k]);
  const allPrefer = (group: number[], x: number, y: number) => group.every((k) => pay[y][k] > pay[x][k]);
  const reach = all.map((z) => {
    const set = new Set([z]);
    for (let grew = true; grew;) {
      const more = all.filter(
        (y) =>
          !set.has(y) &&
          [...set].some((w) => groups.some((group) => can(group, y, w) && allPrefer(group, y, z))),
      );
      more.forEach((y) => set.add(y));
      grew = more.length > 0;
    }
    return set;
  });
  let inside = all;
  for (;;) {
    const kept = inside.filter((x) =>
      all.every((y) =>
        groups.every(
          (group) => !can(group, x, y) || inside.some((z) => reach[z].has(y) && !allPrefer(group, x, z)),
        ),
      ),
    );
    if (kept.length === inside.length) return kept;
    inside = kept;
  }
}
