import { describe, expect, it } from "vitest";
import { paidBy } from "../accounts/index.js";
import { closedEconomy } from "../fixtures/closed-economy.js";
import { growing, oneCountryBaseline, oneCountryChain } from "../fixtures/one-country.js";
import { prepareRun, run, valueOf, type RunResult } from "../results/index.js";

const lab = closedEconomy();
const horizon = [2024, 2034] as const;
const years = (levers: object[], growth = 0.05): RunResult => {
  const baseline = { ...oneCountryBaseline, demandIndex: growing(growth) };
  const frame = prepareRun(oneCountryChain, baseline);
  return run(oneCountryChain, baseline, lab.scenario(levers, horizon), { frame });
};
const figure = (result: RunResult, reference: string): number => valueOf(result, reference) ?? 0;
const NDPR = "oxide.NdPr";
const started = ({ steps, frame }: RunResult, kind?: string): number =>
  steps
    .at(-1)!
    .nextState.vintages.filter(
      ({ node }) => kind === undefined || frame.calibration.nodes.technology[node].kind === kind,
    )
    .reduce((sum, { capacity }) => sum + capacity, 0);

const flat = years([], 0);
const base = years([]);

describe("a country that nobody trades with, over the years", () => {
  it("builds nothing where its demand stays, and its prices stay within 2%", () => {
    expect(started(flat)).toBe(0);
    for (const { equilibrium } of flat.steps)
      equilibrium.originPrice.forEach((price, o) => {
        const before = flat.steps[0].equilibrium.originPrice[o];
        expect(Math.abs(price - before)).toBeLessThan(0.02 * before);
      });
  });

  it("builds where its demand grows, after the lead time and not before", () => {
    expect(started(base)).toBeGreaterThan(0);
    const capacity = (t: number) =>
      base.steps[t].market.nodes.capacity.reduce((sum, tonnes) => sum + tonnes, 0);
    expect(capacity(1)).toBe(capacity(0));
    expect(capacity(10)).toBeGreaterThan(1.2 * capacity(0));
  });

  it("is at its own frontier: nobody's ban or gift moves what it can do", () => {
    const alone = years([
      { "technology-export-ban": { exporter: "CHN", from: 2025 } },
      { "technology-transfer": { donor: "CHN", hosts: "all", speed: "50%", from: 2025 } },
      { cooperation: { among: "all", "shared-know-how": true, from: 2025 } },
    ]);
    alone.steps.forEach(({ market, equilibrium }, t) => {
      expect(market.nodes.cost).toEqual(base.steps[t].market.nodes.cost);
      expect(equilibrium.originPrice).toEqual(base.steps[t].equilibrium.originPrice);
    });
  });

  it("keeps the identities in every year, under every lever at home", () => {
    const levers = [
      { subsidy: { covers: "all", goods: NDPR, "per-tonne": 5, "capital-points": "-2 pp", from: 2025 } },
      { stockpile: { holder: "CHN", goods: NDPR, fill: 300, target: 900, from: 2025 } },
      { "environmental-cost": { regions: "all", goods: "concentrate.*", cost: "200 USD/t", from: 2026 } },
      {
        "output-quota": { region: "CHN", goods: "concentrate.bayan-obo", volume: "110% of 2024", from: 2026 },
      },
    ];
    for (const { identities } of [...years(levers).steps, ...base.steps])
      for (const gap of Object.values(identities)) expect(gap).toBeLessThan(1e-9);
  });

  it("is all its own supplier, and its welfare is the world's", () => {
    for (const year of [2024, 2034]) {
      expect(figure(base, `self-sufficiency[${NDPR},CHN,${year}]`)).toBeCloseTo(1, 9);
      expect(figure(base, `hhi[oxide,CHN,${year}]`)).toBeCloseTo(10_000, 4);
      expect(figure(base, `welfare[CHN,${year}]`)).toBe(figure(base, `welfare[world,${year}]`));
    }
  });

  it("gets back more from magnets at the end of their life as more stand in use", () => {
    const given = ({ steps }: RunResult) =>
      steps.map(({ market }) => market.origins.given.reduce((sum, tonnes) => sum + tonnes, 0));
    const [still, growth] = [given(flat), given(base)];
    expect(still.at(-1)).toBeCloseTo(still[0], 0);
    expect(growth.at(-1)!).toBeGreaterThan(1.05 * growth[0]);
    growth.slice(1).forEach((tonnes, t) => {
      expect(tonnes).toBeGreaterThanOrEqual(growth[t] - 1e-9);
    });
  });
});

describe("what policy does to what is built at home", () => {
  const refinery = (result: RunResult) => started(result, "separation");

  it("a floor that covers a plant's life brings it; one that ends before it could run brings none while it lasts", () => {
    const floor = (to: number) =>
      years([{ "price-floor": { good: NDPR, at: 120, money: "real", covers: "all", from: 2025, to } }], 0);
    const early = (result: RunResult) => refinery({ ...result, steps: result.steps.slice(0, 3) });
    expect(early(floor(2040))).toBeGreaterThan(10_000);
    expect(early(floor(2026))).toBe(0);
  });

  it("cheaper capital alone builds nothing where nobody needs it, and brings starts forward where somebody does", () => {
    const cheap = { subsidy: { covers: "all", stages: "*", "capital-points": "-3 pp", from: 2025 } };
    const first = (result: RunResult) => started({ ...result, steps: result.steps.slice(0, 3) });
    expect(first(years([cheap]))).toBeGreaterThanOrEqual(first(base));
    expect(started(years([cheap]))).toBeGreaterThan(started(base));
  });

  it("dearer capital holds starts back, and what it adds is received, not paid", () => {
    const dear = years([{ subsidy: { covers: "all", stages: "*", "capital-points": "3 pp", from: 2025 } }]);
    expect(started(dear)).toBeLessThan(started(base));
    const received = dear.steps.map(({ accounts }) => paidBy(accounts.payments, 0));
    expect(Math.min(...received)).toBeLessThan(0);
    expect(Math.max(...received)).toBeLessThanOrEqual(0);
    for (const { identities } of dear.steps)
      for (const gap of Object.values(identities)) expect(gap).toBeLessThan(1e-9);
  });

  it("a cost far above every price ends mining, and no years bring it back", () => {
    const dead = years([
      { "environmental-cost": { regions: "all", goods: "concentrate.*", cost: "1000000 USD/t", from: 2026 } },
    ]);
    for (const year of [2026, 2034])
      expect(figure(dead, `production[concentrate.*,CHN,${year}]`)).toBeLessThan(1);
    expect(started(dead, "mine")).toBeLessThanOrEqual(
      started({ ...base, steps: base.steps.slice(0, 3) }, "mine"),
    );
  });

  it("a stock is held until it is released, and nothing of it is lost", () => {
    const rule = { fill: 400, target: 800, "release-from": 2029, release: 300, from: 2025 };
    const stocked = years([{ stockpile: { holder: "CHN", goods: NDPR, ...rule } }]);
    const held = stocked.steps.map(({ nextState }) =>
      nextState.stocks.reduce((sum, { quantity }) => sum + quantity, 0),
    );
    expect(held.map(Math.round)).toEqual([0, 400, 800, 800, 800, 500, 200, 0, 0, 0, 0]);
    const price = (result: RunResult, year: number) => figure(result, `price[${NDPR},CHN,${year}]`);
    expect(price(stocked, 2025)).toBeGreaterThan(price(base, 2025));
    expect(price(stocked, 2029)).toBeLessThan(price(base, 2029));
  });
});
