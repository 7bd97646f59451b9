import { describe, expect, it } from "vitest";
import { toyCooperation, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { atHazard } from "../games/index.js";
import { Book, inline } from "./book.js";
import { clubGoods, type GainSplit } from "./club-goods.js";
import { payoffsOf } from "./payoffs.js";
import { allHedge } from "./profile.js";
import { splitAnswer } from "./split-answer.js";

const grand = { commit: 7, deal: 0 };

function played(levers: readonly object[], hazard: number, profile = grand) {
  const summit = toySummit(levers, { response: "none", assumptions: { hazard } });
  const book = new Book(summit, inline);
  book.fillNow([allHedge, profile]);
  return { book, payoffs: payoffsOf(book), split: clubGoods(book, profile) };
}

const sum = ({ clubs, open }: GainSplit) =>
  open + Object.values(clubs).reduce((all: number, part) => all + part, 0);

describe("the split of a gain", () => {
  const { book, payoffs, split } = played([toyTariff, toyCooperation], 0.2);

  it("adds up to each party's gain", () => {
    split.forEach((found, party) => {
      const gain = atHazard(payoffs.line(grand, party), 0.2);
      const scale = Math.max(1, ...Object.values(found.clubs).map(Math.abs), Math.abs(found.open));
      expect(Math.abs(found.total - gain) / scale).toBeLessThan(1e-9);
      expect(Math.abs(sum(found) - gain) / scale).toBeLessThan(1e-9);
    });
  });

  it("names the club goods that the package has", () => {
    expect(Object.keys(split[0].clubs)).toEqual(["crisis-sharing", "duty-free", "pooled-finance"]);
    const money = played([{ cooperation: { "pooled-finance": "-2 pp", from: 2026 } }], 0.2);
    expect(Object.keys(money.split[0].clubs)).toEqual(["pooled-finance"]);
  });

  it("finds nothing for members only in a package of duties", () => {
    for (const found of played([toyTariff], 0.2).split) {
      expect(found.clubs).toEqual({});
      expect(found.open).toBe(found.total);
    }
  });

  it("finds no worth in sharing where no stop is feared, and some where it is and somebody is left out", () => {
    const shared = [{ cooperation: { "crisis-sharing": "80%", from: 2026 } }];
    const two = { commit: 3, deal: 0 };
    for (const { clubs } of played(shared, 0, two).split) expect(clubs["crisis-sharing"]).toBe(0);
    const feared = played(shared, 0.2, two).split.map(({ clubs }) => Math.abs(clubs["crisis-sharing"]!));
    expect(Math.max(...feared)).toBeGreaterThan(0);
  });

  it("is named by party and told in millions", () => {
    const told = splitAnswer(book, grand);
    book.summit.parties.forEach(({ id }, party) => {
      expect(told[id].total).toBe(split[party].total / 1000);
      expect(told[id].clubs["duty-free"]).toBe(split[party].clubs["duty-free"]! / 1000);
    });
  });
});
