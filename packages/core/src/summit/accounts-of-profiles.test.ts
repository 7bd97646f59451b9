import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toyCooperation, toySqueeze, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { endStocks, presentValue, run } from "../results/index.js";
import { compileLever } from "../scenario/index.js";
import { shapleyValue, commitmentGame } from "../games/index.js";
import { Book, inline } from "./book.js";
import { accountGame, allStances } from "./coalitions.js";
import { payoffsOf } from "./payoffs.js";
import type { Summit } from "./prepare.js";
import { allHedge, profileFrom, type Profile } from "./profile.js";
import { profileLevers } from "./profile-levers.js";
import { solveProfile } from "./solve-profile.js";

const contract = {
  "price-floor": {
    good: "oxide.NdPr",
    at: "70 USD/kg",
    covers: ["members"],
    "paid-by": "members",
    from: 2026,
  },
};
const rules = ["none", "licence-squeeze", "price-war", "courtship"] as const;
const prepared = Object.fromEntries(
  rules.map((response) => [
    response,
    toySummit(
      [toyTariff, toyCooperation, contract],
      { response, penalty: 0.1 },
      { "reaction.concession": 20 },
      [toySqueeze],
    ),
  ]),
);

/** Present value of the world's welfare, from a run of its own that knows nothing of parties and items. */
function worldWelfare(summit: Summit, profile: Profile): { value: number; identity: number } {
  const { chain, baseline, frame, starts, scenario, compiling, years, assumptions, response } = summit;
  const { levers, members } = profileLevers(summit, profile, response);
  const compiled = levers.map((lever) => compileLever(lever, members, compiling));
  const { name, horizon } = scenario;
  const solved = run(chain, baseline, { name, horizon, members, levers: compiled }, { frame, starts });
  const welfare = solved.steps
    .filter(({ year }) => years.includes(year))
    .map(({ accounts }) => accounts.welfare.reduce((sum, value) => sum + value, 0));
  welfare[welfare.length - 1] += endStocks(solved).reduce((sum, { value }) => sum + value, 0);
  const { welfare: identity, money, mass } = solved.identities;
  return {
    value: presentValue(welfare, years, assumptions.rate, assumptions.asOf),
    identity: Math.max(identity, money, mass),
  };
}

describe("the accounts of a profile", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 });

  it("add up over all parties to the world's welfare, deals, ownership and concessions inside", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), numbers, (response, list) => {
        const summit = prepared[response];
        const book = new Book(summit, inline);
        const profile = profileFrom(list);
        book.fillNow([allHedge, profile]);
        const payoffs = payoffsOf(book);
        const [before, after] = [allHedge, profile].map((found) => worldWelfare(summit, found));
        let [gain, gross] = [0, 0];
        summit.parties.forEach((_, party) => {
          const money = payoffs.items(profile, party).subarray(0, summit.items.money);
          for (const amount of money) {
            gain += amount;
            gross += Math.abs(amount);
          }
        });
        expect(Math.abs(gain - (after.value - before.value))).toBeLessThanOrEqual(1e-9 * gross + 1e-9);
        expect(after.identity).toBeLessThan(1e-9);
        expect(before.identity).toBeLessThan(1e-9);
      }),
      { seed: 4, numRuns: 12 },
    );
  });

  it("hold what dealers concede as a transfer: it sums to nothing and reaches who answers", () => {
    const summit = prepared["none"];
    const { values } = solveProfile(summit, { commit: 1, deal: 6 }, "none");
    const { years, items, parties } = summit;
    const at = items.ids.indexOf("concession");
    const of = (party: number, y: number) => values[(party * items.ids.length + at) * years.length + y];
    years.forEach((_, y) => {
      expect([of(1, y), of(2, y), of(3, y)]).toEqual([-20_000, -20_000, 40_000]);
      expect(parties.reduce((sum, _party, party) => sum + of(party, y), 0)).toBe(0);
    });
  });

  it("move profit between owners and places and leave the world's as it is", () => {
    const summit = prepared["none"];
    const { values } = solveProfile(summit, { commit: 7, deal: 0 }, "none");
    const { years, items, parties } = summit;
    years.forEach((_, y) => {
      const moved = parties.map(
        (_party, i) => values[(i * items.ids.length + items.place) * years.length + y],
      );
      const sum = moved.reduce((all, value) => all + value, 0);
      expect(Math.abs(sum)).toBeLessThanOrEqual(1e-9 * (1 + Math.max(...moved.map(Math.abs))));
    });
  });
});

describe("a package of nothing, without terms that depend on stances", () => {
  const nothing = toySummit([{ tariff: { ...toyTariff.tariff, rate: "0%" } }], {
    response: "none",
    assumptions: { hazard: 0 },
  });
  const book = new Book(nothing, inline);
  book.fillNow(allStances(3));
  const payoffs = payoffsOf(book);

  it("ties in all 27 profiles, to the last bit", () => {
    for (const profile of allStances(3))
      for (let seat = 0; seat < 3; seat++) expect(payoffs.decides(profile, seat)).toBe(0);
  });

  it("gives each the same share: none", () => {
    expect([...shapleyValue(commitmentGame(accountGame(nothing, payoffs)), 3)]).toEqual([0, 0, 0]);
  });
});
