import { describe, expect, it } from "vitest";
import { toySummit, toyTariff } from "../fixtures/toy-package.js";
import { reactions } from "../reactions/index.js";
import { bestReply } from "./best-reply.js";
import { Book, enter, inline, Missing, type Executor } from "./book.js";
import { commitProfiles } from "./coalitions.js";
import { allHedge, type Profile } from "./profile.js";
import { responseAnswer } from "./response-answer.js";
import { solveProfile, type ProfileAccount } from "./solve-profile.js";
import { responderWelfare } from "./valuation.js";

const summit = toySummit([toyTariff], { response: "none" });
const grand: Profile = { commit: 7, deal: 0 };

function counting(): { execute: Executor; asked: Profile[] } {
  const asked: Profile[] = [];
  return {
    asked,
    execute: (of, profiles, done) => {
      asked.push(...profiles);
      return inline(of, profiles, done);
    },
  };
}

describe("a book of profiles", () => {
  it("solves each policy once", async () => {
    const bound = toySummit([toyTariff], { response: "none", minimum: 3 });
    const { execute, asked } = counting();
    const book = new Book(bound, execute);
    await book.fill(commitProfiles(3));
    expect(asked).toEqual([allHedge, grand]);
    expect(book.at({ commit: 3, deal: 0 })).toBe(book.at(allHedge));
    await book.fill(commitProfiles(3));
    expect(asked).toHaveLength(2);
    expect(book.distinct(commitProfiles(3))).toEqual([allHedge, grand]);
  });

  it("reports how far it is", async () => {
    const seen: [number, number][] = [];
    const book = new Book(summit, inline);
    await book.fill([allHedge, grand, { commit: 1, deal: 0 }], (done, total) => seen.push([done, total]));
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it("does not know what it was not asked to solve", () => {
    const book = new Book(summit, inline);
    book.fillNow([allHedge]);
    expect(book.at(allHedge).account.profile).toEqual(allHedge);
    expect(() => book.at(grand)).toThrow(Missing);
  });
});

describe("a solved profile", () => {
  it("has the same bits in whatever order profiles are solved", () => {
    const list: Profile[] = [allHedge, grand, { commit: 1, deal: 2 }, { commit: 6, deal: 0 }];
    const forward = list.map((profile) => solveProfile(summit, profile, "none").values);
    const backward = [...list].reverse().map((profile) => solveProfile(summit, profile, "none").values);
    expect(backward.reverse()).toEqual(forward);
  });

  it("has accounts whose own error is small beside what they hold", () => {
    const { values, error } = solveProfile(summit, grand, "none");
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(error).toBeGreaterThanOrEqual(0);
    expect(error / largest).toBeLessThan(1e-8);
  });
});

describe("the best reply", () => {
  const credible = { ...summit, response: "credible" };

  it("is the answer of the menu that leaves its author best off", () => {
    const { account, menu } = bestReply(credible, grand);
    expect(Object.keys(menu)).toEqual(reactions.map(({ id }) => id));
    for (const { id } of reactions) {
      const welfare = responderWelfare(credible, solveProfile(credible, grand, id));
      expect(Math.abs(welfare - menu[id]) / Math.abs(welfare)).toBeLessThan(1e-12);
      expect(welfare).toBeLessThanOrEqual(menu[account.response] + credible.assumptions.thresholdMoney);
    }
  });

  it("is nothing where nobody joined and nobody is courted more cheaply", () => {
    const { account, menu } = bestReply(credible, allHedge);
    expect(menu[account.response]).toBeGreaterThanOrEqual(menu["none"]);
    expect(menu["licence-squeeze"]).toBe(menu["none"]);
  });

  it("solves answers that come to the same policy once", () => {
    let solves = 0;
    const solve = (...asked: Parameters<typeof solveProfile>): ProfileAccount => {
      solves++;
      return solveProfile(...asked);
    };
    bestReply(credible, { commit: 1, deal: 0 }, solve);
    // none = matching export tax (no border floor); all who joined = the first who joined
    expect(solves).toBe(reactions.length - 2);
  });

  it("is what a profile holds under the credible rule", () => {
    const entry = enter(credible, grand);
    expect(entry.menu).toEqual(bestReply(credible, grand).menu);
    expect(enter(summit, grand).menu).toBeUndefined();
  });

  it("is told with what every answer costs, and whether it would be chosen", () => {
    const book = new Book(summit, inline);
    book.fillNow([allHedge, grand]);
    const answer = responseAnswer(book, [allHedge, grand], grand);
    expect(answer.rule).toBe("none");
    expect(answer.played).toEqual({ "": "none", "USA,JPN,AUS": "none" });
    const costs = answer.menu.map(({ cost }) => cost);
    expect(Math.min(...costs)).toBe(0);
    for (const { cost, credible: chosen } of answer.menu)
      expect(chosen).toBe(1000 * cost <= summit.assumptions.thresholdMoney);
  });
});
