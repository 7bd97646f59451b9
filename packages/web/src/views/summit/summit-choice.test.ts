import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payTo, readPay, writePay } from "./side-payments.js";
import { readSummit, unreadable, writeSummit, type SummitChoice } from "./summit-choice.js";
import { summitCommand } from "./summit-command.js";

const seats = ["USA", "JPN", "EU", "KOR"];
const ranges = [
  { name: "hazard", low: 0, high: 0.2 },
  { name: "unionWeight", low: 0, high: 1 },
] as const;
const room = { seats, rules: ["none", "price-war"], ranges };
const usual = readSummit({}, room);
const kept = (written: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(written).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );

describe("what the Summit is set to, in links", () => {
  it("is everyone inside, as the scenario states, and nothing assumed where nothing is written", () => {
    expect(usual).toMatchObject({
      table: { commit: 15, deal: 0 },
      response: undefined,
      penalty: 0,
      pay: {},
      assumed: {},
      seat: "JPN",
    });
    expect(kept(writeSummit({ ...usual }, room))).toEqual({});
  });

  it("reads every table, payment and rule it writes", () => {
    const stances = fc.array(fc.constantFrom("commit", "hedge", "deal"), { minLength: 4, maxLength: 4 });
    const amount = fc.integer({ min: -500, max: 500 }).filter((value) => value !== 0);
    const pay = fc.dictionary(fc.constantFrom(...seats), amount).map((found) => ({ ...found }));
    fc.assert(
      fc.property(
        stances,
        pay,
        fc.constantFrom(undefined, "none", "price-war"),
        fc.nat(4),
        (taken, paid, response, minimum) => {
          const mask = (wanted: string) =>
            taken.reduce((sum, stance, k) => sum + (stance === wanted ? 1 << k : 0), 0);
          const choice: SummitChoice = {
            ...usual,
            table: { commit: mask("commit"), deal: mask("deal") },
            pay: paid,
            response,
            minimum,
            deciding: ["USA", "EU"],
            seat: "KOR",
            assumed: { unionWeight: 0.25 },
          };
          const written = kept(writeSummit(choice, room));
          expect(readSummit(written, room)).toEqual(choice);
          expect(unreadable(written, room)).toEqual([]);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it("brings figures inside their bounds, and takes what says nothing as usual, by name", () => {
    const choices = {
      "summit.hazard": "0.9",
      "summit.union-weight": "lots",
      "summit.table": "USA,XYZ",
      "summit.response": "__proto__",
      "summit.minimum": "99",
      "summit.penalty": "",
      "summit.pay": "XYZ:3",
      "summit.seat": "MARS",
      "stop.by": "CHN",
    };
    expect(readSummit(choices, room)).toEqual({
      ...usual,
      table: { commit: 1, deal: 0 },
      assumed: { hazard: 0.2 },
      minimum: 4,
    });
    expect(unreadable(choices, room)).toEqual([
      "summit.union-weight",
      "summit.table",
      "summit.response",
      "summit.penalty",
      "summit.pay",
      "summit.seat",
    ]);
  });
});

describe("money from outside", () => {
  it("is written by seat, without what is nothing", () => {
    const pay = payTo(payTo(readPay("KOR:300", seats), "JPN", -20), "USA", Number.NaN);
    expect(writePay(pay)).toBe("KOR:300,JPN:-20");
    expect(payTo({}, "USA", 1e12)).toEqual({ USA: 100_000 });
  });
});

describe("the command", () => {
  it("plays the same game", () => {
    const choice = {
      ...usual,
      minimum: 3,
      penalty: 0.25,
      pay: { KOR: 300 },
      assumed: { unionWeight: 0.5, rate: 0.03 },
    };
    expect(summitCommand("didym run x --set tariff.rate=5", "price-war", choice, { hazard: 0.1 })).toBe(
      "didym summit x --set tariff.rate=5 --response price-war --hazard 0.1 --minimum 3 --penalty 25 --pay KOR=300 --set parameters.summit.union-weight=0.5",
    );
  });
});
