import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseMarket, calibration } from "../accounts/random-market.fixture.js";
import { toyChain } from "../fixtures/toy.js";
import { annuity, termShare } from "./annuity.js";
import { expectedProfit, type TermPayment } from "./expected-profit.js";
import { horizonFrame } from "./frame.js";
import { horizonParameters } from "./parameters.js";

const { investors } = horizonFrame(calibration, horizonParameters(toyChain));
const investor = investors.find(({ project }) => project?.id === "kalgoorlie-two")!;
const profit = (payments: readonly TermPayment[], margin = 0, service = 2030) =>
  expectedProfit(baseMarket, investor, margin, payments, service);
const year = fc.integer({ min: 2026, max: 2060 });
const amount = fc.double({ min: 0, max: 80, noNaN: true });
const payment = fc.record({ perTonne: amount, one: year, other: year }).map(({ perTonne, one, other }) => ({
  perTonne,
  since: Math.min(one, other),
  until: Math.max(one, other),
}));

describe("the yearly charge for an outlay", () => {
  it("lies between repaying it evenly and paying interest on all of it, and grows with the rate (property)", () => {
    const rate = fc.double({ min: 0.001, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 60 }), (one, other, life) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(annuity(low, life)).toBeGreaterThanOrEqual(Math.max(1 / life, low) - 1e-12);
        expect(annuity(low, life)).toBeLessThanOrEqual(1 / life + low + 1e-12);
        expect(annuity(high, life)).toBeGreaterThanOrEqual(annuity(low, life) - 1e-12);
      }),
      { seed: 61 },
    );
  });

  it("is a share of the outlay for life where money costs nothing, and interest alone where life never ends", () => {
    expect(annuity(0, 20)).toBe(1 / 20);
    expect(annuity(-0.1, 20)).toBe(1 / 20);
    expect(annuity(0.08, 1e6)).toBeCloseTo(0.08, 12);
  });
});

describe("the share of a plant's life within a term", () => {
  it("is nothing before it, all after it, and grows in between (property)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.integer({ min: 2, max: 50 }),
        (rate, life) => {
          expect(termShare(-3, rate, life)).toBe(0);
          expect(termShare(0, rate, life)).toBe(0);
          expect(termShare(life + 10, rate, life)).toBe(1);
          for (let years = 1; years <= life; years++) {
            const grown = termShare(years, rate, life);
            expect(grown).toBeGreaterThan(termShare(years - 1, rate, life));
            expect(grown).toBeGreaterThanOrEqual(years / life - 1e-12);
          }
        },
      ),
      { seed: 62, numRuns: 40 },
    );
  });
});

describe("what a payment adds to expected profit", () => {
  it("is never negative, never more than itself, and no less for a longer or larger one (property)", () => {
    fc.assert(
      fc.property(payment, amount, fc.integer({ min: 0, max: 15 }), (paid, more, longer) => {
        const [none, once] = [profit([]), profit([paid])];
        expect(once).toBeGreaterThanOrEqual(none - 1e-12);
        expect(once).toBeLessThanOrEqual(none + paid.perTonne + 1e-9);
        expect(profit([{ ...paid, perTonne: paid.perTonne + more }])).toBeGreaterThanOrEqual(once - 1e-12);
        expect(profit([{ ...paid, until: paid.until + longer }])).toBeGreaterThanOrEqual(once - 1e-12);
        expect(profit([{ ...paid, since: paid.since - longer }])).toBeGreaterThanOrEqual(once - 1e-12);
      }),
      { seed: 63 },
    );
  });

  it("is the same in two halves by size, and by dates (property)", () => {
    fc.assert(
      fc.property(payment, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), (paid, split, after) => {
        const [one, other] = [split * paid.perTonne, (1 - split) * paid.perTonne];
        const halves = [one, other].map((perTonne) => ({ ...paid, perTonne }));
        expect(profit(halves)).toBeCloseTo(profit([paid]), 9);
        const cut = Math.min(paid.until, paid.since + after);
        const dated = [
          { ...paid, until: cut },
          { ...paid, since: cut + 1 },
        ].filter(({ since, until }) => since <= until);
        expect(profit(dated)).toBeCloseTo(profit([paid]), 9);
      }),
      { seed: 64 },
    );
  });

  it("is nothing where it ends before service, and all of it where it never ends and the plant runs full", () => {
    expect(profit([{ perTonne: 50, since: 2026, until: 2029 }])).toBe(profit([]));
    const endless = profit([{ perTonne: 1000, since: 2026, until: Infinity }], 500);
    expect(endless - profit([], 500)).toBeCloseTo(1000, 6);
  });

  it("keeps a plant that would not run from losing what it is not paid for", () => {
    expect(profit([], -1e6)).toBe(0);
    expect(profit([{ perTonne: 10, since: 2026, until: Infinity }], -1e6)).toBe(0);
  });
});
