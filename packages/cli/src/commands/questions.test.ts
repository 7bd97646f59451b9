import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";

/** A duty on Chinese magnets, alone, for few years: small enough for a test on the real chain. */
const tariff = `schema: didym/scenario@1
name: short-tariff
extends: []
horizon: [2024, 2027]
members: [USA, JPN, EU, DEU, FRA, ITA]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2025 }
  - cooperation: { among: members, duty-free: true, from: 2025 }
`;
const ask = (...args: string[]) => callMain([...args, "--no-cache", "--no-timing"], { stdin: tariff });

describe("didym why", () => {
  it("splits the difference among levers to the last digit, with a chain in both languages", async () => {
    const { code, stdout } = await ask(
      "why",
      "-",
      "--metric",
      "production[magnet.*,members,2027]",
      "--against",
      "none",
      "--json",
    );
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as {
      total: number;
      contributions: { lever: string; value: number }[];
      causes: { lever: string; text: { en: string; zh: string } }[];
    };
    const sum = answer.contributions.reduce((total, { value }) => total + value, 0);
    expect(Math.abs(sum - answer.total)).toBeLessThan(1e-9 * Math.max(1, Math.abs(answer.total)));
    const [duty] = answer.contributions;
    expect(duty.lever).toBe("tariff");
    expect(duty.value).toBeGreaterThan(0);
    expect(answer.causes[0].text.en).toMatch(/rises from .* to .* USD\/kg/u);
    expect(answer.causes[0].text.zh).toMatch(/由 .*升至/u);
  });

  it("wants to know which figure, and knows when it does not exist", async () => {
    expect((await ask("why", "-")).code).toBe(2);
    expect((await ask("why", "-", "--metric", "prices[JPN]", "--json")).code).toBe(3);
  });
});

describe("didym shock", () => {
  it("tells months, series and totals; prices rise where it hits", async () => {
    const { code, stdout } = await ask(
      "shock",
      "-",
      "--goods",
      "magnet.*",
      "--to",
      "JPN",
      "--months",
      "3",
      "--year",
      "2026",
      "--json",
    );
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as {
      months: number[];
      series: { metric: string; good?: string; region: string; values: number[]; before: number }[];
      totals: { loss: Record<string, number>; valueAddedAtRisk: Record<string, number> };
    };
    expect(answer.months[0]).toBe(1);
    for (const { values } of answer.series) expect(values).toHaveLength(answer.months.length);
    const price = answer.series.find(
      (row) => row.metric === "price" && row.region === "JPN" && row.good === "magnet.NdFeB-standard",
    );
    expect(price?.values[2]).toBeGreaterThan(price?.before ?? Infinity);
    expect(answer.totals.valueAddedAtRisk["JPN"]).toBeGreaterThan(0);
  });

  it("costs nothing when nothing stops, and names unknown parties", async () => {
    const none = await ask("shock", "-", "--months", "0", "--year", "2026", "--json");
    expect(
      Object.values(
        (JSON.parse(none.stdout) as { totals: { loss: Record<string, number> } }).totals.loss,
      ).every((value) => value === 0),
    ).toBe(true);
    const wrong = await ask("shock", "-", "--to", "JPM", "--year", "2026", "--json");
    expect(wrong.code).toBe(3);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: "UNKNOWN_REGION", nearest: "JPN" } });
  });
});

describe("didym goal", () => {
  const reach = "imports-from[magnet.*,JPN,CHN,2027] <= 1000";
  const byTariff = ["--with", "tariff", "--goods", "magnet.*", "--json"];

  it("gives the smallest size and its cost, and ends with 4 where no size does", async () => {
    const { code, stdout } = await ask("goal", "-", "--reach", reach, ...byTariff);
    expect(code).toBe(0);
    interface Reached {
      readonly sizes: readonly number[];
      readonly value: number;
      readonly cost: { readonly public: number; readonly consumers: number };
    }
    const [{ reached }] = (JSON.parse(stdout) as { cases: { reached: Reached }[] }).cases;
    expect(reached.sizes[0]).toBeGreaterThan(0);
    expect(reached.value).toBeLessThanOrEqual(1000);
    expect(reached.value).toBeGreaterThan(990);
    expect(reached.cost.consumers).toBeGreaterThan(0);
    const far = await ask("goal", "-", "--reach", "production[magnet.*,USA,2027] >= 9e9", ...byTariff);
    expect(far.code).toBe(4);
    expect(JSON.parse(far.stdout)).toMatchObject({ error: { code: "GOAL_UNREACHABLE" } });
  });

  it("says the stop and the years that it understood, and names wrong parties and goods at their flags", async () => {
    const under = ["--stop", "magnet.*", "--stop-months", "3"];
    const { stdout } = await ask("goal", "-", "--reach", "unmet[ev,JPN,2027] <= 1e9", ...byTariff, ...under);
    expect(JSON.parse(stdout)).toMatchObject({
      from: 2026,
      stop: { by: ["CHN"], months: 3, year: 2027 },
      cases: [{ reached: { dials: ["tariff.rate"], sizes: [0] } }],
    });
    const wrong = await ask("goal", "-", "--reach", reach, "--with", "tariff", "--by", "JPM", "--json");
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      error: { code: "UNKNOWN_REGION", path: "--by", nearest: "JPN" },
    });
  });

  it("refuses a lever whose size it cannot seek, and words that are no goal", async () => {
    const wrong = await ask("goal", "-", "--reach", reach, "--with", "tarif", "--json");
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      error: { code: "UNKNOWN_LEVER", path: "--with", nearest: "tariff" },
    });
    expect((await ask("goal", "-", "--reach", "much more", "--with", "tariff", "--json")).code).toBe(3);
  });
});
