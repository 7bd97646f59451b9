import { describe, expect, it } from "vitest";
import { closedEconomy } from "../fixtures/closed-economy.js";
import { solveYear } from "../fixtures/solve-year.js";

const lab = closedEconomy();
const base = solveYear(lab.market);
const NDPR = "oxide.NdPr";
const MAGNET = "magnet.NdFeB-standard";

describe("a country that nobody trades with", () => {
  it("has its balanced base year as its equilibrium", () => {
    expect(base.price(NDPR, "CHN")).toBeCloseTo(56, 8);
    expect(base.output(NDPR, "CHN")).toBeCloseTo(25_000, 4);
    expect(base.flow(MAGNET, "CHN", "CHN")).toBeCloseTo(70_000, 4);
  });

  /** Levers that act at a border, at absurd sizes. */
  const borders: Readonly<Record<string, object>> = {
    tariff: { importers: "all", exporters: "all", goods: "*", rate: "9000%" },
    "tariff-rate-quota": { importers: "all", exporters: "all", goods: "*", volume: 0, "over-quota": "9000%" },
    "export-tax": { exporter: "CHN", goods: "*", rate: "9000%" },
    "export-licence": { exporter: "CHN", goods: "*", volume: 0 },
    "export-quota": { exporter: "CHN", goods: "*", volume: 0 },
    "export-ban": { exporter: "CHN", goods: "*" },
    "processing-delay": { exporter: "CHN", goods: "*", delay: "12 months", "carrying-cost": "100%" },
    "price-floor": { good: "*", at: 1e5, mechanism: "border-adjusted", importers: "all", exporters: "all" },
    cooperation: { among: "all", "duty-free": true },
    "bilateral-deal": { party: "CHN", supplier: "CHN" },
  };

  it.each(Object.entries(borders))("knows no border: %s changes nothing, to the bit", (kind, fields) => {
    const { equilibrium } = lab.under([{ [kind]: fields }]);
    expect(equilibrium.originPrice).toEqual(base.equilibrium.originPrice);
    expect(equilibrium.flow).toEqual(base.equilibrium.flow);
    expect(equilibrium.demand).toEqual(base.equilibrium.demand);
  });

  it("has nobody to close its technology to, nor to give it to", () => {
    const { terms } = lab.apply([
      { "technology-export-ban": { exporter: "CHN" } },
      { "technology-transfer": { donor: "CHN", hosts: "all", speed: "30%", cost: "5 MUSD/y" } },
    ]);
    expect(terms.technologyBans).toEqual([]);
    expect(terms.technologyTransfers).toEqual([]);
  });

  it("shares in a crisis with nobody, and pays nobody for a deal with itself", () => {
    const { terms } = lab.apply([
      { cooperation: { among: "all", "crisis-sharing": "80%" } },
      { "bilateral-deal": { party: "CHN", supplier: "CHN", concession: "10 MUSD/y" } },
    ]);
    expect(terms.crisisSharing.map(({ members }) => members)).toEqual([["CHN"]]);
    const net = terms.transfers.reduce(
      (sum, { from, to, amount }) => sum + (to === "CHN" ? amount : 0) - (from === "CHN" ? amount : 0),
      0,
    );
    expect(net).toBe(0);
  });

  it("meets any rule of local content with what it makes", () => {
    const { equilibrium } = lab.under([{ "local-content": { importers: "all", goods: "*", share: "100%" } }]);
    equilibrium.originPrice.forEach((price, o) => {
      expect(price).toBeCloseTo(base.equilibrium.originPrice[o], 7);
    });
  });
});

describe("levers at home in a country that nobody trades with", () => {
  const output = (levers: object[], good = NDPR) => lab.under(levers).output(good, "CHN");
  const price = (levers: object[], good = NDPR) => lab.under(levers).price(good, "CHN");
  const before = (good: string) => ({ output: base.output(good, "CHN"), price: base.price(good, "CHN") });

  it("a subsidy per tonne raises output and lowers the price by less than it pays", () => {
    const paid = [{ subsidy: { covers: "all", goods: NDPR, "per-tonne": "10 USD/kg" } }];
    expect(output(paid)).toBeGreaterThan(before(NDPR).output);
    expect(price(paid)).toBeLessThan(before(NDPR).price);
    expect(price(paid)).toBeGreaterThan(before(NDPR).price - 10);
  });

  it("a contract for difference above the price raises output, lowers the price, and below it does neither", () => {
    const floor = (at: number) => [{ "price-floor": { good: NDPR, at, money: "real", covers: "all" } }];
    expect(output(floor(80))).toBeGreaterThan(before(NDPR).output);
    expect(price(floor(80))).toBeLessThan(before(NDPR).price);
    expect(output(floor(40))).toBeCloseTo(before(NDPR).output, 4);
  });

  it("cleaner work raises the price of what is made that way and of what is made of it", () => {
    const dear = [{ "environmental-cost": { regions: "all", goods: "concentrate.*", cost: "2 USD/kg" } }];
    expect(output(dear)).toBeLessThan(before(NDPR).output);
    expect(price(dear)).toBeGreaterThan(before(NDPR).price);
    expect(price(dear, MAGNET)).toBeGreaterThan(before(MAGNET).price);
  });

  it("an output quota holds output and raises the price; one of nothing leaves what is recycled", () => {
    const quota = (volume: string) => [{ "output-quota": { region: "CHN", goods: NDPR, volume } }];
    expect(output(quota("80% of 2024"))).toBeLessThanOrEqual(0.8 * 25_000 * (1 + 1e-6));
    expect(price(quota("80% of 2024"))).toBeGreaterThan(before(NDPR).price);
    const none = lab.under(quota("0 t/y"));
    expect(none.output(NDPR, "CHN")).toBeLessThan(1);
    expect(none.flow(NDPR, "CHN", "CHN")).toBeCloseTo(2_000, 0);
  });

  it("a purchase for stock raises the price, a release lowers it", () => {
    const stock = (fields: object) => [{ stockpile: { holder: "CHN", goods: NDPR, ...fields } }];
    expect(price(stock({ fill: "1000 t/y" }))).toBeGreaterThan(before(NDPR).price);
    const rule = { fill: "1000 t/y", from: 2026, release: "1000 t/y", "release-from": 2027 };
    expect(lab.under(stock(rule), 2027).price(NDPR, "CHN")).toBeLessThan(before(NDPR).price);
    expect(price([{ offtake: { holder: "CHN", goods: NDPR, volume: "1000 t/y" } }])).toBeCloseTo(
      price(stock({ fill: "1000 t/y" })),
      9,
    );
  });

  it("a rule of recycled content that it meets is idle; beyond, buyers go without until it is met", () => {
    const rule = (share: string) => [{ "recycled-content": { importers: "all", goods: NDPR, share } }];
    expect(price(rule("5%"))).toBeCloseTo(before(NDPR).price, 7);
    expect(() => price(rule("50%"))).toThrow("INFEASIBLE");
  });

  it("more demand raises prices up the chain, less lowers them", () => {
    const shift = (change: string) => [{ "demand-shift": { "end-uses": "ev", change } }];
    expect(price(shift("20%"))).toBeGreaterThan(before(NDPR).price);
    expect(price(shift("-20%"))).toBeLessThan(before(NDPR).price);
    expect(output(shift("-99%"))).toBeLessThan(0.5 * before(NDPR).output);
  });
});
