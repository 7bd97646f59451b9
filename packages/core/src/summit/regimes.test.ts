import { describe, expect, it } from "vitest";
import { toyCooperation, toySqueeze, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { reactions } from "../reactions/index.js";
import { volumeAccount } from "./best-restriction.js";
import { summit, type SummitResult } from "./index.js";
import type { SummitOptions } from "./prepare.js";
import { allHedge } from "./profile.js";
import type { ProfileAccount } from "./solve-profile.js";
import { responderWelfare } from "./valuation.js";

const levers = [toyTariff, toyCooperation];
const play = (options: SummitOptions): Promise<SummitResult> =>
  summit(
    toySummit(levers, { players: ["USA", "JPN"], ...options }, { "reaction.concession": 5 }, [toySqueeze]),
    {
      accountingDraws: 64,
    },
  );

const rules = [...reactions.map(({ id }) => id), "credible", "best-restriction"];
const played = new Map<string, SummitResult>();
for (const response of rules) played.set(response, await play({ response }));

describe.each(rules)("China's rule %s", (rule) => {
  const { answer, book } = played.get(rule)!;
  const grand = answer.players.join(",");

  it("is the same at all-hedge, from which gains are counted", () => {
    for (const value of Object.values(answer.payoffs[""])) expect(value).toBe(0);
    expect(answer.response.rule).toBe(rule);
    expect(answer.response.played[grand]).toBe(book.at({ commit: 3, deal: 0 }).account.response);
  });

  it("has a reason for every move, and a choice for every seat", () => {
    for (const step of [...answer.path, ...answer.start]) {
      expect(step.gain).toBeGreaterThan(answer.threshold[step.mover]);
      expect(step.reasons.length).toBeGreaterThan(0);
    }
    for (const list of [answer.choices.ifAllJoin, answer.choices.ifNobodyJoins])
      for (const id of answer.players) {
        expect(list[id].gain).toBeGreaterThanOrEqual(0);
        if (!list[id].indifferent) expect(list[id].for.length).toBeGreaterThan(0);
        for (const { amount } of list[id].for) expect(amount).toBeGreaterThan(0);
        for (const { amount } of list[id].against) expect(amount).toBeLessThan(0);
      }
  });

  it("stops the path where that seat's choice is its stance", () => {
    const rests = new Set(answer.rests);
    for (const { coalition, cycles } of answer.endPoints)
      if (cycles === 0) expect(rests.has(coalition)).toBe(true);
  });

  it("splits the gain of all joining into parts that add up", () => {
    for (const { total, open, clubs } of Object.values(answer.split)) {
      const sum = open + Object.values(clubs).reduce((all: number, part) => all + part, 0);
      expect(Math.abs(sum - total)).toBeLessThan(1e-6 * (1 + Math.abs(total)));
    }
  });

  it("finds stable coalitions that nobody leaves and nobody joins", () => {
    for (const name of answer.stable) {
      const inside = name === "" ? [] : name.split(",");
      expect(inside.every((id) => answer.players.includes(id))).toBe(true);
    }
    const sizes = answer.largestStable.map((name) => (name === "" ? 0 : name.split(",").length));
    expect(new Set(sizes).size).toBeLessThanOrEqual(1);
  });
});

describe("retaliation", () => {
  const gain = (rule: string, seat: string) => played.get(rule)!.answer.lines["USA,JPN"][seat].constant;

  it("on all who joined costs the second seat more than on the first alone", () => {
    expect(gain("licence-squeeze", "JPN")).toBeLessThan(gain("first-mover-squeeze", "JPN"));
    expect(gain("licence-squeeze", "USA")).toBeLessThan(gain("none", "USA"));
    expect(gain("first-mover-squeeze", "USA")).toBeLessThan(gain("none", "USA"));
  });

  it("is the credible one only where it pays its author", () => {
    const { menu } = played.get("credible")!.book.at({ commit: 3, deal: 0 });
    const best = Math.max(...Object.values(menu!));
    const chosen = played.get("credible")!.answer.response.menu.filter(({ credible }) => credible);
    for (const { response } of chosen)
      expect(best - menu![response]).toBeLessThanOrEqual(1e-6 * Math.abs(best) + 1);
  });

  it("under courtship lets no seat name the terms of its deal", () => {
    for (const value of Object.values(played.get("courtship")!.answer.dealCeiling.ifNobodyJoins))
      expect(value).toBeNull();
    for (const value of Object.values(played.get("none")!.answer.dealCeiling.ifNobodyJoins))
      expect(typeof value).toBe("number");
  });
});

describe("the best restriction", () => {
  const { book, answer } = played.get("best-restriction")!;
  const { summit: prepared } = book;
  const grand = { commit: 3, deal: 0 };

  it("is searched profile by profile, and leaves its author no worse off than nothing or any other volume asked", () => {
    const worth = (account: ProfileAccount) => responderWelfare(prepared, account);
    for (const profile of [grand, { commit: 1, deal: 0 }, { commit: 2, deal: 1 }]) {
      const { account } = book.at(profile);
      expect(account.licenceVolume).toBeGreaterThanOrEqual(0);
      expect(account.licenceVolume).toBeLessThanOrEqual(1);
      for (const other of [1, 0.8, 0.6, 0.4, 0.2])
        expect(worth(account)).toBeGreaterThan(worth(volumeAccount(prepared, profile, other)) - 2_000);
    }
  });

  it("answers nobody where nobody has committed", () => {
    expect(book.at(allHedge).account.licenceVolume).toBe(1);
    expect(answer.response.licences?.[""]).toBe(1);
  });

  it("tells the volume of each coalition named, and stands in the menu beside the rules", () => {
    expect(answer.response.licences?.["USA,JPN"]).toBe(book.at(grand).account.licenceVolume);
    const menu = answer.response.menu.map(({ response }) => response);
    expect(menu).toEqual([...reactions.map(({ id }) => id), "best-restriction"]);
  });
});

describe("levers on the game", () => {
  it("a package that binds only if all join leaves a lone member as it was", async () => {
    const { answer, payoffs } = await play({ response: "none", minimum: 2 });
    expect(answer.distinct).toBe(2);
    for (let seat = 0; seat < 2; seat++) {
      expect(payoffs.decides({ commit: 1, deal: 0 }, seat)).toBe(0);
      expect(payoffs.decides(allHedge, seat)).toBe(0);
    }
  });

  it("a payment from outside moves decisions by as much and nothing else", async () => {
    const paid = await play({ response: "none", sidePayments: { USA: 123_000 } });
    const plain = played.get("none")!;
    const grand = { commit: 3, deal: 0 };
    expect(paid.payoffs.decides(grand, 0) - plain.payoffs.decides(grand, 0)).toBeCloseTo(123_000, 3);
    expect(paid.payoffs.decides(grand, 1)).toBe(plain.payoffs.decides(grand, 1));
    expect(paid.answer.payoffs["USA,JPN"]).toEqual(plain.answer.payoffs["USA,JPN"]);
    expect(paid.answer.shapley).toEqual(plain.answer.shapley);
  });

  it("a penalty changes nothing where all have joined or nobody has", async () => {
    const strict = await play({ response: "none", penalty: 0.5 });
    const plain = played.get("none")!;
    expect(strict.answer.payoffs["USA,JPN"]).toEqual(plain.answer.payoffs["USA,JPN"]);
    const apart = { commit: 1, deal: 0 };
    expect(strict.payoffs.line(apart, 1)).not.toEqual(plain.payoffs.line(apart, 1));
  });
});
