import { describe, expect, it } from "vitest";
import { closedEconomy } from "../fixtures/closed-economy.js";
import { prepareRun, run, valueOf } from "../results/index.js";
import type { Scenario } from "../scenario/index.js";
import { why, type Why } from "./why.js";

const { chain, baseline, scenario } = closedEconomy();
const frame = prepareRun(chain, baseline);
const solve = (asked: Scenario) => run(chain, baseline, asked, { frame });
const ask = (levers: readonly object[], metric: string): Why =>
  why({ scenario: scenario(levers, [2024, 2028]), metric, seed: 1 }, solve);

const subsidy = (size: number, id = "subsidy") => ({
  subsidy: { id, covers: "all", goods: "oxide.NdPr", "per-tonne": size, from: 2025 },
});
const closed = { "export-ban": { exporter: "CHN", goods: "*", from: 2025 } };
const cleaner = {
  "environmental-cost": { regions: "all", goods: "concentrate.*", cost: "500 USD/t", from: 2025 },
};
const metrics = ["price[oxide.NdPr,CHN,2027]", "welfare[CHN,2027]", "production[oxide.NdPr,CHN,2028]"];

describe("why, in a country that nobody trades with", () => {
  it.each(metrics)("gives a lever at a border no part in %s", (metric) => {
    const { contributions, total, causes } = ask([subsidy(10), closed], metric);
    const [own, border] = contributions;
    expect(border.value).toBe(0);
    expect(own.value).toBe(total);
    expect(causes.map(({ lever }) => lever)).toEqual(["subsidy"]);
  });

  it("gives signs that the levers have", () => {
    const [paid, cleaned] = ask([subsidy(10), cleaner], "price[oxide.NdPr,CHN,2027]").contributions;
    expect(paid.value).toBeLessThan(0);
    expect(cleaned.value).toBeGreaterThan(0);
  });

  it("ends every chain in the figure asked for, without and with the lever alone", () => {
    for (const metric of metrics) {
      const answer = ask([subsidy(10), cleaner], metric);
      for (const { steps } of answer.causes) {
        const last = steps.at(-1)!;
        expect(last.before).toBe(answer.without);
        expect(last.after).not.toBe(last.before);
      }
    }
  });
});

describe("a scenario's contributions", () => {
  const metric = "price[oxide.NdPr,CHN,2027]";

  it("of no policy are none", () => {
    const answer = ask([], metric);
    expect(answer).toMatchObject({ total: 0, contributions: [], causes: [] });
    expect(answer.with).toBe(answer.without);
    expect(answer.with).toBe(valueOf(solve(scenario([], [2024, 2028])), metric));
  });

  it("of one lever are its whole difference", () => {
    const answer = ask([subsidy(10)], metric);
    expect(answer.contributions).toEqual([{ lever: "subsidy", value: answer.total }]);
    expect(answer.total).toBeCloseTo(answer.with - answer.without, 12);
  });

  it("of two equal halves are the same, and together the whole's", () => {
    const halves = {
      ...scenario([subsidy(5, "one")], [2024, 2028]),
      levers: ["one", "other"].flatMap((id) => scenario([subsidy(5, id)], [2024, 2028]).levers),
    };
    const { contributions, total } = why({ scenario: halves, metric, seed: 1 }, solve);
    expect(contributions[0].value).toBeCloseTo(contributions[1].value, 9);
    expect(total).toBeCloseTo(ask([subsidy(10)], metric).total, 6);
  });

  it("of a lever that has not begun are nothing", () => {
    const later = { subsidy: { ...subsidy(10).subsidy, from: 2028 } };
    const answer = ask([later, cleaner], metric);
    expect(answer.contributions[0].value).toBe(0);
    expect(answer.contributions[1].value).toBe(answer.total);
  });
});
