import { describe, expect, it } from "vitest";
import { toyCooperation, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { atHazard } from "../games/index.js";
import { accountingDraws, accountingLikelihood } from "./accounting-draws.js";
import { Book, inline } from "./book.js";
import { allStances } from "./coalitions.js";
import { itemsASeat, linearItems, rateWeights } from "./linear-items.js";
import { payoffsOf } from "./payoffs.js";
import { allHedge, withStance, type Profile } from "./profile.js";

const concession = { "reaction.concession": 20 };
const summit = toySummit([toyTariff, toyCooperation], { response: "none" }, concession);
const book = new Book(summit, inline);
book.fillNow(allStances(3));
const payoffs = payoffsOf(book);
const linear = linearItems(book);

/** The coefficients of one set of assumptions, in the order of a seat's items. */
function coefficients(rate: number, hazard: number, spared: number, place: number, weight: number): number[] {
  const weights = rateWeights({ low: 0.03, central: 0.05, high: 0.08 }, rate);
  const parts = [1, -hazard * (1 - spared), -hazard * spared, 0, 0, place];
  const own = parts.flatMap((part) => weights.map((share) => part * share));
  return [...own, ...own.map((value) => weight * value)];
}

const dot = (a: ArrayLike<number>, b: readonly number[]) =>
  b.reduce((sum, value, k) => sum + value * a[k], 0);

describe("weights of discount rates", () => {
  const range = { low: 0.03, central: 0.05, high: 0.08 };

  it("are one at the stored rates and sum to one between them", () => {
    [0.03, 0.05, 0.08].forEach((rate, node) => {
      rateWeights(range, rate).forEach((weight, k) => {
        expect(weight).toBeCloseTo(k === node ? 1 : 0, 12);
      });
    });
    const between = rateWeights(range, 0.042);
    expect(between.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it("follow a parabola exactly", () => {
    const value = (rate: number) => 7 - 30 * rate + 100 * rate * rate;
    const at = (rate: number) =>
      dot(
        [0.03, 0.05, 0.08].map((node) => value(node)),
        rateWeights(range, rate),
      );
    for (const rate of [0.031, 0.04, 0.066]) expect(at(rate)).toBeCloseTo(value(rate), 12);
  });

  it("stay at the central rate where there is no range", () => {
    expect(rateWeights({ low: 0.05, central: 0.05, high: 0.05 }, 0.05)).toEqual([0, 1, 0]);
  });
});

describe("stored items", () => {
  const { hazard, spared, rate, place } = summit.assumptions;
  const profiles: Profile[] = [allHedge, { commit: 7, deal: 0 }, { commit: 2, deal: 4 }];

  it("give the payoff that decides, at the central assumptions", () => {
    for (const profile of profiles)
      for (let seat = 0; seat < 3; seat++) {
        const items = linear(profile, seat);
        expect(items).toHaveLength(itemsASeat);
        const value = dot(items, coefficients(rate, hazard, spared, place, 1));
        const decided = payoffs.decides(profile, seat);
        expect(Math.abs(value - decided)).toBeLessThan(1e-7 * (1 + Math.abs(decided)));
      }
  });

  it.each([
    ["another hazard", { hazard: 0.15 }],
    ["half of a stop spared", { spared: 0.5 }],
    ["profit at its place", { place: 0.7 }],
    ["the low discount rate", { rate: 0.03 }],
  ])("give what solving under other assumptions gives: %s", (_, changed) => {
    const other = { ...summit, assumptions: { ...summit.assumptions, ...changed } };
    const valued = new Book(other, inline);
    valued.fillNow([allHedge, { commit: 7, deal: 0 }]);
    const anew = payoffsOf(valued);
    const a = other.assumptions;
    for (let seat = 0; seat < 3; seat++) {
      const items = linear({ commit: 7, deal: 0 }, seat);
      const value = dot(items, coefficients(a.rate, a.hazard, a.spared, a.place, 1));
      const decided = anew.decides({ commit: 7, deal: 0 }, seat);
      expect(Math.abs(value - decided)).toBeLessThan(1e-7 * (1 + Math.abs(decided)));
    }
  });
});

describe("accounting draws", () => {
  const drawn = accountingDraws(summit, 256);

  it("are the same each time, within their ranges", () => {
    expect(accountingDraws(summit, 256).coefficients).toEqual(drawn.coefficients);
    const of = (d: number) => drawn.coefficients.subarray(d * itemsASeat, (d + 1) * itemsASeat);
    for (let d = 0; d < 256; d++) {
      const money = of(d).subarray(0, 3);
      const hazard = -of(d)
        .subarray(3, 9)
        .reduce((sum, value) => sum + value, 0);
      const place = of(d)
        .subarray(15, 18)
        .reduce((sum, value) => sum + value, 0);
      expect(money.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      expect(hazard).toBeGreaterThanOrEqual(-1e-12);
      expect(hazard).toBeLessThanOrEqual(0.2 + 1e-12);
      expect(place).toBeGreaterThanOrEqual(-1e-12);
      expect(place).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("count how often a coalition holds: shares, and one where all agree", () => {
    const odds = accountingLikelihood(book, 256, true);
    let any = 0;
    for (const share of odds.stable) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      any += share;
    }
    expect(any + odds.noneStable).toBeGreaterThanOrEqual(1 - 1e-12);
  });

  it("hold whoever is paid enough to join, in every draw", () => {
    const paid = toySummit([toyTariff], {
      response: "none",
      players: ["USA"],
      sidePayments: { USA: 1e9 },
    });
    const one = new Book(paid, inline);
    one.fillNow(allStances(1));
    expect([...accountingLikelihood(one, 64, true).stable]).toEqual([0, 1]);
  });

  it("move what the seat decides by as much as a deal is drawn dearer", () => {
    const dealt = linear(withStance(allHedge, 1, "deal"), 1);
    const joined = linear(withStance(allHedge, 1, "commit"), 1);
    const ofYears = dealt.subarray(12, 15);
    expect([...joined.subarray(12, 15)]).toEqual([0, 0, 0]);
    expect(ofYears[0]).toBeGreaterThan(ofYears[1]);
    expect(ofYears[1]).toBeGreaterThan(ofYears[2]);
    const gain = (hazard: number) => atHazard(payoffs.decision(withStance(allHedge, 1, "deal"), 1), hazard);
    expect(gain(0.2)).toBeGreaterThan(gain(0));
  });
});
