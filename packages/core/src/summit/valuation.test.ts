import { describe, expect, it } from "vitest";
import { toySummit, toySqueeze, toyTariff } from "../fixtures/toy-package.js";
import { atHazard } from "../games/index.js";
import { presentValue } from "../results/index.js";
import { Book, inline } from "./book.js";
import { lineInMillions, namedPayoffs, toMillions } from "./named-payoffs.js";
import { payoffsOf } from "./payoffs.js";
import { allHedge, type Profile } from "./profile.js";
import { reasons } from "./reason.js";
import type { ProfileAccount } from "./solve-profile.js";
import { thresholds } from "./threshold.js";
import { transferAnswer } from "./transfer-answer.js";
import { itemValues, lineOf, welfareLine } from "./valuation.js";

const summit = toySummit([toyTariff], { response: "none", sidePayments: { JPN: 7000 } }, {}, [toySqueeze]);
const { items, parties, years, players, assumptions } = summit;
const grand: Profile = { commit: 7, deal: 0 };
const book = new Book(summit, inline);
book.fillNow([allHedge, grand, { commit: 1, deal: 0 }]);
const payoffs = payoffsOf(book);

/** An account in which item k of party i in a year is a number that says so. */
const numbered: ProfileAccount = {
  profile: grand,
  response: "none",
  error: 0,
  values: Float64Array.from({ length: parties.length * items.ids.length * years.length }, (_, at) => at),
};

describe("present values", () => {
  it("discount every item of a party from the year of valuation on", () => {
    const rate = 0.04;
    const found = itemValues(summit, numbered, 2, rate);
    expect(found).toHaveLength(items.ids.length);
    found.forEach((value, k) => {
      const first = (2 * items.ids.length + k) * years.length;
      const yearly = years.map((_, y) => first + y);
      expect(value).toBeCloseTo(presentValue(yearly, years, rate, assumptions.asOf), 6);
    });
  });

  it("are plain sums at no discount", () => {
    const [first] = itemValues(summit, numbered, 0, 0);
    expect(first).toBe(years.reduce((sum, _, y) => sum + y, 0));
  });
});

describe("a line in the hazard", () => {
  const values = new Float64Array(items.ids.length);
  values[0] = 10;
  values[items.money - 1] = -4;
  values[items.loss] = 100;
  values[items.lossSpared] = 40;
  values[items.place] = 3;

  it.each([
    [
      { spared: 0, place: 0 },
      { constant: 6, slope: 100 },
    ],
    [
      { spared: 1, place: 0 },
      { constant: 6, slope: 40 },
    ],
    [
      { spared: 0.5, place: 1 },
      { constant: 9, slope: 70 },
    ],
  ])("is money less hazard times loss: %o", (asked, line) => {
    expect(lineOf(items, values, asked)).toEqual(line);
  });

  it("is the difference to all-hedge for a payoff", () => {
    parties.forEach((_, party) => {
      const [now, before] = [grand, allHedge].map((profile) =>
        welfareLine(summit, book.at(profile).account, party),
      );
      const { constant, slope } = payoffs.line(grand, party);
      const scale = 1 + Math.abs(now.constant) + Math.abs(now.slope);
      expect(Math.abs(constant - (now.constant - before.constant)) / scale).toBeLessThan(1e-12);
      expect(Math.abs(slope - (now.slope - before.slope)) / scale).toBeLessThan(1e-12);
    });
  });

  it("is nothing at all-hedge, for everybody", () => {
    parties.forEach((_, party) => {
      expect(payoffs.line(allHedge, party)).toEqual({ constant: 0, slope: 0 });
    });
  });
});

describe("what decides", () => {
  it("is the seat's own gain, and its payment from outside where it joins", () => {
    players.forEach((id, seat) => {
      const own = payoffs.line(grand, summit.playerParty[seat]);
      const paid = id === "JPN" ? 7000 : 0;
      expect(payoffs.decision(grand, seat).constant - own.constant).toBeCloseTo(paid, 6);
      expect(payoffs.decides(grand, seat)).toBe(atHazard(payoffs.decision(grand, seat), assumptions.hazard));
    });
    expect(payoffs.decides({ commit: 1, deal: 0 }, 1)).toBeCloseTo(
      atHazard(payoffs.line({ commit: 1, deal: 0 }, 1), assumptions.hazard),
      6,
    );
  });

  it("weighs member states in a customs union's seat", () => {
    const united = { ...summit, unions: parties.map((_, party) => (party === 0 ? [2] : [])) };
    const weighed = (weight: number) => {
      const other = { ...united, assumptions: { ...assumptions, unionWeight: weight } };
      const own = new Book(other, inline);
      own.fillNow([allHedge, grand]);
      return payoffsOf(own).decides(grand, 0);
    };
    const [alone, half, whole] = [0, 0.5, 1].map(weighed);
    const state = atHazard(payoffs.line(grand, 2), assumptions.hazard);
    expect(whole - alone).toBeCloseTo(state, 4);
    expect(half - alone).toBeCloseTo(state / 2, 4);
  });
});

describe("reasons", () => {
  it("are the items that change, largest gain first, and sum to the change", () => {
    const found = reasons(summit, payoffs, 0, allHedge, grand);
    const sum = found.reduce((all, { amount }) => all + amount, 0);
    const gross = found.reduce((all, { amount }) => all + Math.abs(amount), 0);
    expect(Math.abs(sum - payoffs.decides(grand, 0)) / gross).toBeLessThan(1e-9);
    expect(found.map(({ amount }) => amount)).toEqual(
      found.map(({ amount }) => amount).sort((a, b) => b - a),
    );
    expect(found.every(({ amount }) => amount !== 0)).toBe(true);
    expect(found.some(({ item }) => item === "duty")).toBe(true);
  });

  it("turn their signs when the move is turned", () => {
    const there = new Map(
      reasons(summit, payoffs, 1, allHedge, grand).map(({ item, amount }) => [item, amount]),
    );
    for (const { item, amount } of reasons(summit, payoffs, 1, grand, allHedge))
      expect(amount).toBeCloseTo(-there.get(item)!, 6);
  });

  it("are none for no move", () => {
    expect(reasons(summit, payoffs, 0, grand, grand)).toEqual([]);
  });
});

describe("the gain that moves a seat", () => {
  it("is the largest of an amount, a share of what is at stake, and the accounts' error", () => {
    const at = (changed: Partial<typeof assumptions>) => {
      const other = { ...summit, assumptions: { ...assumptions, ...changed } };
      const own = new Book(other, inline);
      own.fillNow([allHedge, grand]);
      return thresholds(own, payoffsOf(own), [grand]);
    };
    const none = { thresholdMoney: 0, thresholdShare: 0, thresholdError: 0 };
    expect([...at(none)]).toEqual([0, 0, 0]);
    expect([...at({ ...none, thresholdMoney: 1e9 })]).toEqual([1e9, 1e9, 1e9]);
    const share = at({ ...none, thresholdShare: 0.01 });
    const values = payoffs.decisionItems(grand, 0);
    const money = values.subarray(0, items.money).reduce((sum, value) => sum + Math.abs(value), 0);
    expect(share[0]).toBeCloseTo(0.01 * (money + assumptions.hazard * Math.abs(values[items.loss])), 6);
    const error = at({ ...none, thresholdError: 10 });
    expect(error[0]).toBe(error[2]);
    expect(error[0]).toBeLessThan(share[0]);
  });
});

describe("figures by name", () => {
  const named = namedPayoffs(summit, payoffs, [allHedge, grand]);

  it("are in millions, by coalition and party", () => {
    expect(Object.keys(named.payoffs)).toEqual(["", "USA,JPN,AUS"]);
    expect(Object.keys(named.payoffs[""])).toEqual(["USA", "JPN", "AUS", "CHN", "rest"]);
    expect(named.payoffs["USA,JPN,AUS"]["JPN"]).toBe(
      toMillions(atHazard(payoffs.line(grand, 1), assumptions.hazard)),
    );
    expect(named.lines["USA,JPN,AUS"]["AUS"]).toEqual(lineInMillions(payoffs.line(grand, 2)));
  });

  it("hold every item, and these sum to the gain", () => {
    for (const id of players) {
      const found = named.items["USA,JPN,AUS"][id];
      expect(Object.keys(found)).toEqual(items.ids);
      const money = items.ids.slice(0, items.money).reduce((sum, item) => sum + found[item], 0);
      expect(money).toBeCloseTo(named.lines["USA,JPN,AUS"][id].constant, 6);
    }
  });
});

describe("payments that hold a coalition", () => {
  it("are told by member, in millions, with what must come from outside", () => {
    const found = transferAnswer(
      { seats: 2, payoff: Float64Array.from([0, 0, 0, 0, 0, 0, 5000, -2000]) },
      3,
      ["A", "B"],
    );
    expect(found.coalition).toBe("A,B");
    expect(found.transfers["B"]).toBe(2);
    expect(found.transfers["A"]).toBe(-2);
    expect(found).toMatchObject({ moved: 2, outsideMoney: 0 });
  });
});
