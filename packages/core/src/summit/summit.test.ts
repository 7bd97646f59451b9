import { describe, expect, it } from "vitest";
import { toyPackage, toySummitBaseline, toySummitChain } from "../fixtures/toy-summit.js";
import { IssueError } from "../errors/issue.js";
import { presentValue, run } from "../results/index.js";
import { compileScenario } from "../scenario/index.js";
import { profileLevers } from "./profile-levers.js";
import { movers, prepareSummit, summit, type SummitOptions } from "./index.js";

const tariff = {
  tariff: { importers: "members", exporters: "CHN", goods: "magnet.*", rate: "25%", from: 2026 },
};
const together = {
  cooperation: { "duty-free": true, "pooled-finance": "-2 pp", "crisis-sharing": "80%", from: 2026 },
};
const squeeze = {
  "export-licence": {
    exporter: "CHN",
    destinations: "members",
    goods: "magnet.*",
    volume: "60% of 2024",
    from: 2027,
    to: 2028,
  },
};
const prepare = (levers: readonly object[], options: SummitOptions = {}, response: readonly object[] = []) =>
  prepareSummit(toySummitChain, toySummitBaseline, toyPackage(levers, response), options);
const play = async (
  levers: readonly object[],
  options: SummitOptions = {},
  response: readonly object[] = [],
) => summit(prepare(levers, options, response), { accountingDraws: 200 });
const everyone = ["USA", "JPN", "AUS"];

describe("a summit about nothing", async () => {
  const { answer, payoffs, book } = await play([{ ...tariff, tariff: { ...tariff.tariff, rate: "0%" } }]);

  it("ties in every commit/hedge profile, exactly", () => {
    for (let commit = 0; commit < 8; commit++)
      for (let party = 0; party < book.summit.parties.length; party++) {
        const items = payoffs.items({ commit, deal: 0 }, party);
        expect(items.every((value) => value === 0)).toBe(true);
      }
  });

  it("gives nobody a share", () => {
    for (const value of Object.values(answer.shapley)) expect(value).toBe(0);
  });
});

describe("a summit about duties and cooperation", async () => {
  const { answer, payoffs, book } = await play([tariff, together], {}, [squeeze]);
  const { parties, items } = book.summit;
  const grand = { commit: 7, deal: 0 };

  it("keeps its accounts: all parties' gains are the world's welfare, in every profile", () => {
    const { assumptions, years, chain, baseline, scenario, compiling } = book.summit;
    const world = (commit: number): number => {
      const { levers, members } = profileLevers(book.summit, { commit, deal: 0 }, "licence-squeeze");
      const solved = run(
        chain,
        baseline,
        {
          name: scenario.name,
          horizon: scenario.horizon,
          members,
          levers: compileScenario({ levers, members }, compiling),
        },
        { frame: book.summit.frame, starts: book.summit.starts },
      );
      const welfare = solved.steps
        .filter(({ year }) => years.includes(year))
        .map(({ accounts }) => accounts.welfare.reduce((sum, value) => sum + value, 0));
      return presentValue(welfare, years, assumptions.rate, assumptions.asOf);
    };
    const before = world(0);
    for (let commit = 1; commit < 8; commit++) {
      const items_ = parties.map((_, party) => payoffs.items({ commit, deal: 0 }, party));
      const gain = parties.reduce(
        (sum, _, party) => sum + payoffs.line({ commit, deal: 0 }, party).constant,
        0,
      );
      const gross = items_.reduce((sum, list) => sum + list.reduce((a, b) => a + Math.abs(b), 0), 0);
      expect(Math.abs(gain - (world(commit) - before))).toBeLessThanOrEqual(1e-9 * gross);
      expect(gross).toBeGreaterThan(0);
    }
    expect(items.ids.slice(items.money)).toEqual(["loss", "loss-spared", "place-of-profit"]);
  });

  it("books what a dealer concedes with who receives it", async () => {
    const parameters = { ...toyPackage([tariff]), parameters: { "reaction.concession": 40 } };
    const dealt = await summit(
      prepareSummit(toySummitChain, toySummitBaseline, parameters, { response: "none" }),
      {
        accountingDraws: 50,
      },
    );
    const at = dealt.book.summit.items.concession;
    const profile = { commit: 0, deal: 2 };
    const paid = dealt.book.summit.parties.map((_, party) => dealt.payoffs.items(profile, party)[at]);
    expect(paid[1]).toBeLessThan(-40_000 * 3);
    expect(paid.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
    expect(paid[3]).toBeCloseTo(-paid[1], 6);
  });

  it("shares the whole gain of the grand coalition", () => {
    const total = everyone.reduce((sum, id) => sum + answer.payoffs["USA,JPN,AUS"][id], 0);
    const shares = Object.values(answer.shapley).reduce((sum, value) => sum + value, 0);
    expect(shares).toBeCloseTo(total, 9);
  });

  it("says of each move what speaks for it, and that it gains", () => {
    for (const step of [...answer.path, ...answer.start]) {
      expect(step.gain).toBeGreaterThan(answer.threshold[step.mover]);
      expect(step.reasons[0]).toEqual({ item: step.item, amount: step.amount });
      expect(step.amount).toBeGreaterThan(0);
    }
  });

  it("stops where nobody wants to move", () => {
    for (const { cycles, coalition } of answer.endPoints) {
      if (cycles > 0) continue;
      const names = coalition.split(",");
      const mask = (test: (id: string) => boolean) =>
        everyone.reduce((bits, id, seat) => bits | (test(id) ? 1 << seat : 0), 0);
      const profile = {
        commit: mask((id) => names.includes(id)),
        deal: mask((id) => names.includes(`deal:${id}`)),
      };
      expect(movers(book.summit, profile, true).movers).toEqual([]);
    }
  });

  it("is a line in the hazard: the break-even is where commit and hedge tie", () => {
    everyone.forEach((id, seat) => {
      const hazard = answer.breakEven[id].hedge;
      if (hazard === null) return;
      const at = ({ constant, slope }: { constant: number; slope: number }) => constant - slope * hazard;
      const out = payoffs.decision({ commit: 7 & ~(1 << seat), deal: 0 }, seat);
      const scale = Math.abs(out.constant) + Math.abs(out.slope) + 1;
      expect(Math.abs(at(payoffs.decision(grand, seat)) - at(out)) / scale).toBeLessThan(1e-9);
    });
  });

  it("gives odds between nothing and certainty", () => {
    for (const { odds } of answer.likelihood) {
      expect(odds).toBeGreaterThan(0);
      expect(odds).toBeLessThanOrEqual(1);
    }
  });

  it("names the best answer and what the others cost", () => {
    const costs = answer.response.menu.map(({ cost }) => cost);
    expect(Math.min(...costs)).toBe(0);
    for (const { cost, credible } of answer.response.menu) expect(credible).toBe(cost <= 1e-6);
  });

  it("replaces the scenario's response by the rule, in its years and goods", () => {
    expect(answer.response).toMatchObject({ rule: "licence-squeeze", by: "CHN", from: 2027, to: 2028 });
    expect(book.summit.scenario.levers.some((lever) => lever.response)).toBe(false);
  });
});

describe("seats", () => {
  it("count only where they decide: who does not play changes nothing", async () => {
    const both = await play([tariff], { players: ["USA", "JPN"] });
    const all = await play([tariff]);
    for (const commit of [1, 2, 3])
      both.book.summit.parties.forEach((_, party) => {
        const [a, b] = [both, all].map(({ payoffs: found }) => found.line({ commit, deal: 0 }, party));
        expect(a).toEqual(b);
      });
  });

  it("stay for what they are paid, and the payment enters nobody's account", async () => {
    const plain = await play([tariff], { players: ["USA", "JPN"] });
    const paid = await play([tariff], { players: ["USA", "JPN"], sidePayments: { USA: 5e6, JPN: 5e6 } });
    expect(plain.answer.stable).not.toContain("USA,JPN");
    expect(paid.answer.stable).toEqual(["USA,JPN"]);
    expect(paid.answer.payoffs["USA,JPN"]).toEqual(plain.answer.payoffs["USA,JPN"]);
    expect(paid.answer.likelihood).toEqual([{ coalition: "USA,JPN", odds: 1 }]);
  });

  it("are refused by name", () => {
    expect(() => prepare([tariff], { players: ["FRANCE"] })).toThrow(IssueError);
    expect(() => prepare([tariff], { response: "war" })).toThrow("UNKNOWN_RESPONSE");
  });

  it("are not bound below a minimum: a lone commitment is empty and merged", async () => {
    const { answer } = await play([tariff], { minimum: 2 });
    expect(answer.distinct).toBe(5);
    expect(answer.profiles).toBe(8);
  });
});

describe("an answer that is best for who answers", async () => {
  const { answer, book } = await play([tariff], { response: "credible", players: ["USA", "JPN"] });

  it("is played in every profile and beats the rest of the menu", () => {
    for (let commit = 0; commit < 4; commit++) {
      const { account, menu } = book.at({ commit, deal: 0 });
      const best = Math.max(...Object.values(menu!));
      expect(best - menu![account.response]).toBeLessThanOrEqual(book.summit.assumptions.thresholdMoney);
    }
    expect(answer.response.rule).toBe("credible");
  });
});
