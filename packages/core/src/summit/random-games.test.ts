import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toySummit, toyTariff } from "../fixtures/toy-package.js";
import type { Executor } from "./book.js";
import { commitProfiles } from "./coalitions.js";
import { summit, type SummitResult } from "./index.js";
import { profileKey, profileName, stances, withStance, type Profile } from "./profile.js";

const prepared = toySummit([toyTariff], { response: "none" });
const { items, parties, years, players } = prepared;
const seats = players.length;

/** Accounts in which every profile and seat has a yearly sum of its own, kUSD. */
function executor(sums: ReadonlyMap<number, readonly number[]>): Executor {
  return (_, profiles) =>
    Promise.resolve(
      profiles.map((profile) => {
        const values = new Float64Array(parties.length * items.ids.length * years.length);
        sums.get(profileKey(profile))!.forEach((sum, seat) => {
          values.fill(
            sum,
            seat * items.ids.length * years.length,
            (seat * items.ids.length + 1) * years.length,
          );
        });
        return { account: { profile, response: "none", values, error: 0 }, menu: { none: 0 } };
      }),
    );
}

/** A yearly sum for each of 27 profiles and three seats: whole numbers, some of them equal. */
const game = fc
  .array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: seats, maxLength: seats }), {
    minLength: 27,
    maxLength: 27,
  })
  .map((rows) => {
    const sums = new Map<number, readonly number[]>();
    rows.forEach((row, number) => {
      let profile: Profile = { commit: 0, deal: 0 };
      for (let seat = 0, rest = number; seat < seats; seat++, rest = Math.floor(rest / 3))
        profile = withStance(profile, seat, stances[rest % 3]);
      sums.set(
        profileKey(profile),
        row.map((value) => 100 * value),
      );
    });
    return sums;
  });

const solved = (sums: ReadonlyMap<number, readonly number[]>, deals: boolean): Promise<SummitResult> =>
  summit(prepared, { execute: executor(sums), deals, accountingDraws: 32, orders: 3 });

const worth = ({ payoffs }: SummitResult, profile: Profile, seat: number) => payoffs.decides(profile, seat);
const name = (profile: Profile) => profileName(profile, players);
const limit = (result: SummitResult, seat: number) => 1000 * result.answer.threshold[players[seat]];

/** Stable by the definition alone: no member gains by leaving for the best stance outside, no outsider by joining. */
function stableByHand(result: SummitResult, deals: boolean): string[] {
  const outside = deals ? (["hedge", "deal"] as const) : (["hedge"] as const);
  return commitProfiles(seats)
    .filter((profile) =>
      players.every((_, seat) => {
        const best = (base: Profile) =>
          Math.max(...outside.map((stance) => worth(result, withStance(base, seat, stance), seat)));
        const inside = worth(result, withStance(profile, seat, "commit"), seat);
        const out = best(withStance(profile, seat, "hedge"));
        const member = (profile.commit & (1 << seat)) !== 0;
        return member ? inside >= out - limit(result, seat) : inside <= out + limit(result, seat);
      }),
    )
    .map(name);
}

const seeded = { seed: 11, numRuns: 12 };

describe("random games of three seats", () => {
  it.each([true, false])("find the stable coalitions of the definition, deals counted: %s", async (deals) => {
    await fc.assert(
      fc.asyncProperty(game, async (sums) => {
        const result = await solved(sums, deals);
        expect([...result.answer.stable].sort()).toEqual(stableByHand(result, deals).sort());
      }),
      seeded,
    );
  });

  it("move only for a gain, by the most that any seat can gain, and stop where nobody gains", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (sums) => {
        const result = await solved(sums, true);
        let profile: Profile = { commit: 7, deal: 0 };
        const gains = (from: Profile) =>
          players.map((_, seat) =>
            Math.max(
              ...stances.map(
                (to) => worth(result, withStance(from, seat, to), seat) - worth(result, from, seat),
              ),
            ),
          );
        for (const { mover, to, gain } of result.answer.path) {
          const most = Math.max(...gains(profile));
          expect(1000 * gain).toBeCloseTo(most, 6);
          profile = withStance(profile, players.indexOf(mover), to);
        }
        const resting = gains(profile).every((gain, seat) => gain <= limit(result, seat));
        const circles = result.answer.endPoints.some(({ cycles }) => cycles > 0);
        expect(resting || circles).toBe(true);
        if (resting) expect(result.answer.rests).toContain(name(profile));
      }),
      seeded,
    );
  });

  it("share the gain of all, whatever the game", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (sums) => {
        const { answer } = await solved(sums, false);
        const shared = Object.values(answer.shapley).reduce((sum, value) => sum + value, 0);
        const gain = players.reduce((sum, id) => sum + answer.payoffs["USA,JPN,AUS"][id], 0);
        expect(Math.abs(shared - gain)).toBeLessThan(1e-9 * (1 + Math.abs(gain)));
      }),
      seeded,
    );
  });

  it("hold with the payments that they name: each member then has what it could have outside", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (sums) => {
        const result = await solved(sums, true);
        const { transfers, outsideMoney, moved } = result.answer.transfers;
        const all: Profile = { commit: 7, deal: 0 };
        let balance = 0;
        players.forEach((id, seat) => {
          balance += transfers[id];
          const out = Math.max(
            ...(["hedge", "deal"] as const).map((to) => worth(result, withStance(all, seat, to), seat)),
          );
          const kept = worth(result, all, seat) + 1000 * transfers[id];
          expect(kept).toBeGreaterThanOrEqual(out - limit(result, seat) - 1e-6);
        });
        expect(balance).toBeCloseTo(outsideMoney, 9);
        expect(moved).toBeGreaterThanOrEqual(outsideMoney - 1e-9);
      }),
      seeded,
    );
  });

  it("say by how much a seat's best stance beats joining, and are indifferent to ties", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (sums) => {
        const result = await solved(sums, true);
        const all: Profile = { commit: 7, deal: 0 };
        players.forEach((id, seat) => {
          const { stance, instead, gain, indifferent } = result.answer.choices.ifAllJoin[id];
          const values = stances.map((to) => worth(result, withStance(all, seat, to), seat));
          expect(worth(result, withStance(all, seat, stance), seat)).toBe(Math.max(...values));
          const other = worth(result, withStance(all, seat, instead), seat);
          expect(1000 * gain).toBeCloseTo(Math.max(...values) - other, 6);
          expect(indifferent).toBe(1000 * gain <= limit(result, seat));
        });
      }),
      seeded,
    );
  });
});
