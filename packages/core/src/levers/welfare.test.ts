import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedEconomy, openEconomy } from "../fixtures/closed-economy.js";
import type { LeverLab } from "../fixtures/lever-lab.js";
import { prepareRun, run, valueOf, type RunResult } from "../results/index.js";

/** The first year of a policy, before it can have built anything: who gains what is then a matter of prices alone. */
const year = 2025;
const home = closedEconomy();
const untaxed = openEconomy();
const abroad = {
  ...untaxed,
  baseline: {
    ...untaxed.baseline,
    wedges: [],
    nodes: untaxed.baseline.nodes.map((node) => ({ ...node, support: 0 })),
  },
};

const frames = new Map<LeverLab, ReturnType<typeof prepareRun>>();
function solve(lab: LeverLab, levers: readonly object[]): RunResult {
  if (!frames.has(lab)) frames.set(lab, prepareRun(lab.chain, lab.baseline));
  return run(lab.chain, lab.baseline, lab.scenario(levers, [2024, year]), { frame: frames.get(lab)! });
}
const bases = new Map<LeverLab, RunResult>();
function gain(lab: LeverLab, levers: readonly object[], region = "world", metric = "welfare"): number {
  if (!bases.has(lab)) bases.set(lab, solve(lab, []));
  const at = (result: RunResult) => valueOf(result, `${metric}[${region},${year}]`) ?? 0;
  return at(solve(lab, levers)) - at(bases.get(lab)!);
}

const size = fc.double({ min: 0.02, max: 1, noNaN: true });
const from = { from: year };

/** Levers with a size from nothing to much, in a world in which no tax or support stands. */
const atHome: Readonly<Record<string, (x: number) => object>> = {
  subsidy: (x) => ({ subsidy: { covers: "all", goods: "oxide.NdPr", "per-tonne": 20 * x, ...from } }),
  "a floor": (x) => ({
    "price-floor": { good: "oxide.NdPr", at: 62 + 40 * x, money: "real", covers: "all", ...from },
  }),
  "an output quota": (x) => ({
    "output-quota": {
      region: "CHN",
      goods: "concentrate.bayan-obo",
      volume: `${100 - 40 * x}% of 2024`,
      ...from,
    },
  }),
  "cleaner work": (x) => ({
    "environmental-cost": { regions: "all", goods: "concentrate.*", cost: 3 * x, ...from },
  }),
};
const acrossBorders: Readonly<Record<string, (x: number) => object>> = {
  "a duty": (x) => ({
    tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: `${80 * x}%`, ...from },
  }),
  "an export tax": (x) => ({
    "export-tax": { exporter: "CHN", goods: "magnet.*", rate: `${80 * x}%`, ...from },
  }),
  "a licence": (x) => ({
    "export-licence": { exporter: "CHN", goods: "magnet.*", volume: `${100 - 70 * x}% of 2024`, ...from },
  }),
  "a border floor": (x) => ({
    "price-floor": {
      good: "magnet.*",
      at: 60 + 60 * x,
      money: "real",
      mechanism: "border-adjusted",
      ...from,
    },
  }),
  "local content": (x) => ({
    "local-content": { importers: "USA", goods: "magnet.NdFeB-standard", share: `${14 + 8 * x}%`, ...from },
  }),
};

describe("where nothing is taxed or supported yet", () => {
  it.each(Object.keys(atHome))(
    "%s costs a country that nobody trades with more than it brings (property)",
    (name) => {
      fc.assert(
        fc.property(size, (x) => {
          expect(gain(home, [atHome[name](x)])).toBeLessThan(0);
        }),
        { seed: 111, numRuns: 5 },
      );
    },
  );

  it.each(Object.keys(acrossBorders))("%s costs the world more than it brings (property)", (name) => {
    fc.assert(
      fc.property(size, (x) => {
        expect(gain(abroad, [acrossBorders[name](x)])).toBeLessThan(0);
      }),
      { seed: 112, numRuns: 5 },
    );
  });

  it("what is lost is of second order: half the size costs about a quarter", () => {
    for (const lever of [atHome["subsidy"], acrossBorders["a duty"]]) {
      const lab = lever === atHome["subsidy"] ? home : abroad;
      const [whole, half] = [gain(lab, [lever(0.1)]), gain(lab, [lever(0.05)])];
      expect(half / whole).toBeGreaterThan(0.2);
      expect(half / whole).toBeLessThan(0.3);
    }
  });
});

describe("who gains from a small restriction", () => {
  const tax = (rate: number) => [
    { "export-tax": { exporter: "CHN", goods: "magnet.*", rate: `${rate}%`, ...from } },
  ];
  const duty = (rate: number) => [
    { tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: `${rate}%`, ...from } },
  ];

  it("a large exporter gains by a small tax, its buyers lose more (terms of trade)", () => {
    expect(gain(abroad, tax(3), "CHN")).toBeGreaterThan(0);
    const others = ["USA", "JPN", "AUS"].reduce((sum, id) => sum + gain(abroad, tax(3), id), 0);
    expect(others).toBeLessThan(-gain(abroad, tax(3), "CHN"));
    expect(gain(abroad, tax(5000), "CHN")).toBeLessThan(gain(abroad, tax(30), "CHN"));
  });

  it("a large importer gains by a small duty, and its users lose", () => {
    expect(gain(abroad, duty(1), "USA")).toBeGreaterThan(0);
    expect(gain(abroad, duty(1), "USA", "consumer-surplus")).toBeLessThan(0);
    expect(gain(abroad, duty(1), "CHN")).toBeLessThan(0);
  });

  it("a licence gives its rent to who is said to hold it, and the world loses the same", () => {
    const licence = (rent: string) => [
      { "export-licence": { exporter: "CHN", goods: "magnet.*", volume: "80% of 2024", rent, ...from } },
    ];
    const [kept, given] = ["exporter", "importer"].map((rent) => licence(rent));
    expect(gain(abroad, kept, "CHN")).toBeGreaterThan(gain(abroad, given, "CHN"));
    expect(gain(abroad, kept, "USA")).toBeLessThan(gain(abroad, given, "USA"));
    expect(gain(abroad, kept) / gain(abroad, given)).toBeCloseTo(1, 1);
  });

  it("money that only changes hands changes nobody's price", () => {
    const paid = [{ "bilateral-deal": { party: "JPN", supplier: "CHN", concession: "30 MUSD/y", ...from } }];
    expect(gain(abroad, paid, "JPN")).toBeCloseTo(-30_000, 3);
    expect(gain(abroad, paid, "CHN")).toBeCloseTo(30_000, 3);
    expect(gain(abroad, paid)).toBeCloseTo(0, 3);
  });
});
