import { describe, expect, it } from "vitest";
import type { Accounts } from "../accounts/accounts.js";
import { paidBy, pay } from "../accounts/payments.js";
import { toyPackage } from "../fixtures/toy-summit.js";
import { toyTariff } from "../fixtures/toy-package.js";
import { addAccounts, itemsOf } from "./items.js";

const items = itemsOf(toyPackage([toyTariff]));

/** Two regions; every column holds a number of its own, and the second region's is ten times the first's. */
function accounts(): Accounts {
  let next = 1;
  const column = () => Float64Array.of(next, 10 * next++);
  const payments = new Map<string, Float64Array>();
  pay(payments, 2, "tariff", 40, [{ region: 0, share: 1 }]);
  pay(payments, 2, "elsewhere", 2, [{ region: 1, share: 1 }]);
  const conceded = new Map<string, Float64Array>();
  pay(conceded, 2, "deal", 7, [{ region: 0, share: 1 }]);
  pay(conceded, 2, "deal", -7, [{ region: 1, share: 1 }]);
  const names = [
    "consumerSurplus",
    "producerSurplus",
    "recycling",
    "duty",
    "levy",
    "exportTax",
    "rent",
    "undertaking",
    "capitalCharge",
    "capitalSupport",
    "placed",
    "matchCost",
    "welfare",
  ] as const;
  const columns = Object.fromEntries(names.map((name) => [name, column()])) as Record<
    (typeof names)[number],
    Float64Array
  >;
  return { ...columns, payments, conceded, turnover: 1 };
}

function booked(region: number): Float64Array {
  const values = new Float64Array(items.ids.length);
  addAccounts(accounts(), region, items, (item, amount) => (values[item] += amount));
  return values;
}

describe("items of a payoff", () => {
  it("are named once, money first", () => {
    expect(new Set(items.ids).size).toBe(items.ids.length);
    expect(items.ids.slice(items.money)).toEqual(["loss", "loss-spared", "place-of-profit"]);
    expect([items.loss, items.lossSpared, items.place]).toEqual([
      items.money,
      items.money + 1,
      items.money + 2,
    ]);
  });

  it("book payments of the package by lever, all others together", () => {
    expect(items.ids[items.ofLever("tariff")]).toBe("payments.tariff");
    expect(items.ids[items.ofLever("response-licence")]).toBe("payments.response");
  });

  it("add up to welfare: each column once, paid and charged ones with their sign", () => {
    const a = accounts();
    [0, 1].forEach((r) => {
      const money = booked(r)
        .subarray(0, items.money)
        .reduce((sum, value) => sum + value, 0);
      const received = [a.consumerSurplus, a.producerSurplus, a.recycling, a.duty, a.levy, a.exportTax]
        .concat([a.rent, a.undertaking, a.capitalSupport])
        .reduce((sum, column) => sum + column[r], 0);
      expect(money).toBeCloseTo(
        received - a.capitalCharge[r] - paidBy(a.payments, r) - paidBy(a.conceded, r),
        12,
      );
    });
  });

  it("book what is conceded once: given by one, received by the other", () => {
    const at = items.ids.indexOf("concession");
    expect([booked(0)[at], booked(1)[at]]).toEqual([-7, 7]);
    expect(items.ids.filter((id) => id.includes("concession"))).toHaveLength(1);
  });

  it("hold apart what profit at its place would change", () => {
    const a = accounts();
    expect(booked(0)[items.place]).toBe(
      a.placed[0] - (a.producerSurplus[0] - a.capitalCharge[0] + a.capitalSupport[0]),
    );
  });
});
