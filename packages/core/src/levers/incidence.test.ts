import { describe, expect, it } from "vitest";
import { closedEconomy, openEconomy, type Elasticities } from "../fixtures/closed-economy.js";
import type { LeverLab } from "../fixtures/lever-lab.js";
import { solveYear, type SolvedYear } from "../fixtures/solve-year.js";

/** Who bears a tax is decided by the less elastic side, whoever pays it (Jenkin; Marshall). Nearly perfectly elastic: */
const LOOSE = 400;
const ORE = "concentrate.bayan-obo";
const NDPR = "oxide.NdPr";
const MAGNET = "magnet.NdFeB-standard";

interface Change {
  readonly before: SolvedYear;
  readonly after: SolvedYear;
}

const labs = new Map<string, LeverLab>();
function solve(make: (found: Elasticities) => LeverLab, found: Elasticities, levers: object[]): Change {
  const key = make.name + JSON.stringify(found);
  if (!labs.has(key)) labs.set(key, make(found));
  const lab = labs.get(key)!;
  return { before: solveYear(lab.market), after: lab.under(levers) };
}
const home = (levers: object[], found: Elasticities) => solve(closedEconomy, found, levers);
const abroad = (levers: object[], found: Elasticities) => solve(openEconomy, found, levers);
const rise = ({ before, after }: Change, good: string, region = "CHN") =>
  after.originPrice(good, region) - before.originPrice(good, region);
const growth = ({ before, after }: Change, good: string, region = "CHN") =>
  after.output(good, region) / before.output(good, region) - 1;

describe("a cost of cleaner work at mines", () => {
  const cost = [{ "environmental-cost": { regions: "all", goods: ORE, cost: "0.5 USD/kg" } }];

  it("is borne by users where supply is elastic and demand is not", () => {
    const change = home(cost, { supply: LOOSE, demand: 0.02 });
    expect(rise(change, ORE) / 0.5).toBeGreaterThan(0.95);
    expect(Math.abs(growth(change, ORE))).toBeLessThan(0.01);
  });

  it("is borne by mines where they run full: hardly a price or a tonne moves", () => {
    const change = home(cost, { supply: LOOSE, full: "mine", demand: 60 });
    expect(rise(change, ORE) / 0.5).toBeLessThan(0.1);
    expect(Math.abs(growth(change, ORE))).toBeLessThan(0.01);
  });
});

describe("a subsidy per tonne", () => {
  const subsidy = [{ subsidy: { covers: "all", goods: "magnet.*", "per-tonne": "2 USD/kg" } }];

  it("goes to users in full where supply is elastic and demand is not", () => {
    const change = home(subsidy, { supply: LOOSE, demand: 0.02 });
    expect(rise(change, MAGNET) / -2).toBeGreaterThan(0.9);
    expect(Math.abs(growth(change, MAGNET))).toBeLessThan(0.01);
  });

  it("goes to makers where they run full", () => {
    const change = home(subsidy, { supply: LOOSE, full: "magnet", demand: 60 });
    expect(rise(change, MAGNET) / -2).toBeLessThan(0.1);
    const { equilibrium, market } = change.after;
    const k = market.nodes.id.indexOf("magnet-standard@CHN");
    expect(market.nodes.support[k]).toBeCloseTo(2, 9);
    expect(equilibrium.level[k] / change.before.equilibrium.level[k]).toBeLessThan(1.02);
  });

  it("builds output only as far as somebody wants it: with both sides elastic it grows, with one stiff it does not", () => {
    const both = growth(home(subsidy, { supply: 20, demand: 20 }), MAGNET);
    const stiffDemand = growth(home(subsidy, { supply: 20, demand: 0.02 }), MAGNET);
    const stiffSupply = growth(home(subsidy, { supply: 20, full: "magnet", demand: 20 }), MAGNET);
    expect(both).toBeGreaterThan(0.05);
    expect(stiffDemand).toBeLessThan(0.2 * both);
    expect(stiffSupply).toBeLessThan(0.1 * both);
  });
});

describe("a contract for difference", () => {
  const floor = [{ "price-floor": { good: NDPR, at: 60, money: "real", covers: "all" } }];

  it("where plants run full tops up the gap and moves next to nothing", () => {
    const change = home(floor, { supply: LOOSE, full: "separation", demand: 60 });
    expect(growth(change, NDPR)).toBeGreaterThan(0);
    expect(growth(change, NDPR)).toBeLessThan(0.02);
    expect(-rise(change, NDPR)).toBeLessThan(0.2 * 4);
  });

  it("where supply is elastic pushes the market price below where it was, and so costs more than the gap before", () => {
    const gap = (found: Elasticities) => 60 - home(floor, found).after.originPrice(NDPR, "CHN");
    expect(gap({ supply: LOOSE, demand: 60 })).toBeGreaterThan(
      gap({ supply: LOOSE, full: "separation", demand: 60 }) + 1,
    );
    expect(gap({ supply: LOOSE, full: "separation", demand: 60 })).toBeGreaterThan(4);
  });
});

describe("a tariff on what only one country sells at scale", () => {
  const tariff = [{ tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: "20%" } }];

  it("moves the exporter's price the less the more elastic its supply", () => {
    const fall = (supply: number) => -rise(abroad(tariff, { supply, demand: 0.4 }), MAGNET);
    const [slow, quick, loose] = [fall(1), fall(5), fall(LOOSE)];
    expect(slow).toBeGreaterThan(quick);
    expect(quick).toBeGreaterThan(loose);
    expect(loose).toBeGreaterThan(0);
    expect(loose).toBeLessThan(0.2 * slow);
  });

  it("is paid by the importer's users where supply is perfectly elastic: the landed cost rises by the duty on an unchanged price", () => {
    const { before, after } = abroad(tariff, { supply: LOOSE, demand: 0.02 });
    const fob = after.originPrice(MAGNET, "CHN");
    expect(fob).toBeCloseTo(before.originPrice(MAGNET, "CHN"), 0);
    expect(after.price(MAGNET, "USA")).toBeGreaterThan(before.price(MAGNET, "USA") + 0.1 * fob);
  });
});

describe("an export tax and a quota that gives the same flow", () => {
  const tax = [{ "export-tax": { exporter: "CHN", destinations: "all", goods: "oxide.Dy", rate: "40%" } }];

  it.each([0.1, 1, 20])("leave the same prices, the rent being the tax (supply elasticity %s)", (supply) => {
    const taxed = abroad(tax, { supply });
    const sold = ["USA", "JPN", "AUS"].reduce((sum, to) => sum + taxed.after.flow("oxide.Dy", "CHN", to), 0);
    const quota = { exporter: "CHN", destinations: "all", goods: "oxide.Dy", volume: `${sold} t/y` };
    const held = abroad([{ "export-quota": quota }], { supply });
    for (const region of ["CHN", "AUS"])
      expect(held.after.originPrice("oxide.Dy", region)).toBeCloseTo(
        taxed.after.originPrice("oxide.Dy", region),
        2,
      );
    const levied = 0.4 * taxed.after.originPrice("oxide.Dy", "CHN");
    expect(Math.abs(held.after.equilibrium.rent[0] / levied - 1)).toBeLessThan(0.01);
  });
});

describe("a purchase for stock", () => {
  const buy = [{ stockpile: { holder: "CHN", goods: NDPR, fill: "500 t/y" } }];

  it("comes out of others' use where plants run full, and is made where supply is elastic", () => {
    const made = (found: Elasticities) => {
      const { before, after } = home(buy, found);
      return (after.output(NDPR, "CHN") - before.output(NDPR, "CHN")) / 500;
    };
    expect(made({ supply: LOOSE, full: "separation", demand: 60 })).toBeLessThan(0.1);
    expect(made({ supply: LOOSE, demand: 0.4 })).toBeGreaterThan(0.9);
  });

  it("moves the price the less the more elastic supply is", () => {
    const [stiff, loose] = [0.5, LOOSE].map((supply) => rise(home(buy, { supply, demand: 0.4 }), NDPR));
    expect(stiff).toBeGreaterThan(20 * Math.max(loose, 1e-9));
    expect(loose).toBeGreaterThanOrEqual(0);
  });
});

describe("a cut of output", () => {
  const cut = [{ "output-quota": { region: "CHN", goods: ORE, volume: "90% of 2024" } }];

  it("raises the price the more, the less users can do without", () => {
    const [stiff, loose] = [0.1, 5].map((demand) => rise(home(cut, { supply: 1, demand }), ORE));
    expect(stiff).toBeGreaterThan(5 * loose);
    expect(loose).toBeGreaterThan(0);
  });
});
