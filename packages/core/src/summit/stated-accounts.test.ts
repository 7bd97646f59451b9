import { describe, expect, it } from "vitest";
import { toySummit, toyTariff } from "../fixtures/toy-package.js";
import { coalitionSize } from "../games/index.js";
import type { Executor } from "./book.js";
import { summit } from "./index.js";
import { stanceOf, type Profile, type Stance } from "./profile.js";

const prepared = toySummit([toyTariff], { response: "none" });
const { items, parties, years, players } = prepared;

/** Accounts that say of each seat a yearly sum of money, kUSD, by its stance and the number of members; others have nothing. */
function stated(money: (seat: number, stance: Stance, members: number) => number): Executor {
  const account = (profile: Profile) => {
    const values = new Float64Array(parties.length * items.ids.length * years.length);
    players.forEach((_, seat) => {
      const yearly = money(seat, stanceOf(profile, seat), coalitionSize(profile.commit));
      years.forEach((_year, y) => (values[seat * items.ids.length * years.length + y] = yearly));
    });
    return { profile, response: "none", values, error: 0 };
  };
  const menu = { none: 0, "price-war": -5 };
  return (_, profiles) => Promise.resolve(profiles.map((profile) => ({ account: account(profile), menu })));
}

const play = async (money: Parameters<typeof stated>[0], more: object = {}) =>
  (await summit(prepared, { execute: stated(money), accountingDraws: 64, ...more })).answer;

describe("seats that are alike", () => {
  it("get the same share, and shares sum to the gain of all", async () => {
    const answer = await play((seat, stance, members) => {
      const own = stance === "commit" ? members * members : members;
      return seat === 2 ? 0.5 * own : own;
    });
    expect(answer.shapley["USA"]).toBeCloseTo(answer.shapley["JPN"], 9);
    const grand = answer.payoffs["USA,JPN,AUS"];
    const gain = players.reduce((sum, id) => sum + grand[id], 0);
    expect(Object.values(answer.shapley).reduce((sum, value) => sum + value, 0)).toBeCloseTo(gain, 9);
    expect(gain).toBeGreaterThan(0);
  });

  it("have the same reasons and choices", async () => {
    const answer = await play((_, stance, members) => (stance === "commit" ? 4 * members - 9 : members));
    expect(answer.choices.ifAllJoin["USA"]).toEqual(answer.choices.ifAllJoin["AUS"]);
    expect(answer.choices.ifNobodyJoins["USA"]).toEqual(answer.choices.ifNobodyJoins["JPN"]);
  });
});

describe("a seat that brings nothing and gets nothing", () => {
  it("has no share, and its presence changes no other's", async () => {
    const money = (seat: number, stance: Stance): number => (seat < 2 && stance === "commit" ? 3 + seat : 0);
    const answer = await play(money);
    expect(answer.shapley["AUS"]).toBe(0);
    expect(answer.shapley["JPN"] / answer.shapley["USA"]).toBeCloseTo(4 / 3, 9);
    expect(answer.choices.ifAllJoin["AUS"].indifferent).toBe(true);
  });
});

describe("well-known games of joining", () => {
  it("is a prisoners' dilemma: nobody joins, though all would gain", async () => {
    const answer = await play((_, stance, members) => 2 * members - (stance === "commit" ? 3 : 0));
    expect(answer.stable).toEqual([""]);
    expect(answer.payoffs["USA,JPN,AUS"]["USA"]).toBeGreaterThan(0);
    expect(answer.path).toHaveLength(3);
    expect(answer.endPoints).toEqual([{ coalition: "", orders: 12, cycles: 0 }]);
    expect(answer.transfers.outsideMoney).toBeGreaterThan(0);
    expect(answer.potentiallyStable).toEqual([]);
  });

  it("is a matter of trust: all or nobody, by where one begins", async () => {
    const joined = (_: number, stance: Stance, members: number): number =>
      stance === "commit" ? (members === 3 ? 5 : -1) : 0;
    const answer = await play(joined);
    expect(answer.stable).toEqual(["", "USA,JPN,AUS"]);
    expect(answer.largestStable).toEqual(["USA,JPN,AUS"]);
    expect(answer.path).toEqual([]);
    expect(answer.start).toEqual([]);
    expect(answer.pivotal.every(({ pivotal }) => pivotal)).toBe(true);
    expect(answer.rests).toContain("USA,JPN,AUS");
    expect(answer.farsighted).toContain("USA,JPN,AUS");
  });

  it("is a scramble for the exit where a deal pays most", async () => {
    const money = (_: number, stance: Stance): number => ({ hedge: 0, commit: 2, deal: 3 })[stance];
    const answer = await play(money);
    expect(answer.rests).toEqual(["deal:USA,deal:JPN,deal:AUS"]);
    expect(answer.choices.ifAllJoin["JPN"]).toMatchObject({ stance: "deal", instead: "commit" });
    expect(answer.path.map(({ to }) => to)).toEqual(["deal", "deal", "deal"]);
    for (const seat of players) expect(answer.dealCeiling.ifNobodyJoins[seat]).toBeCloseTo(0.001, 9);
  });

  it("does not count deals where it is told not to", async () => {
    const money = (_: number, stance: Stance): number => ({ hedge: 0, commit: 2, deal: 3 })[stance];
    const answer = await play(money, { deals: false });
    expect(answer.stable).toEqual(["USA,JPN,AUS"]);
    expect(answer.rests).toBeUndefined();
    expect(answer.farsighted).toEqual(["USA,JPN,AUS"]);
  });
});

describe("the break-even chance", () => {
  it("is a chance: lines that cross elsewhere are better at every chance or at none", async () => {
    const answer = await play((_, stance) => (stance === "commit" ? 2 : 0));
    for (const seat of players) {
      expect(answer.breakEven[seat]).toEqual({ hedge: null, deal: null });
      expect(answer.commitBetter[seat].hedge).toBe("always");
    }
    const worse = await play((_, stance) => (stance === "commit" ? -2 : 0));
    expect(worse.commitBetter["USA"].deal).toBe("never");
  });
});
