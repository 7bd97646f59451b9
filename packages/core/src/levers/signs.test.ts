import { describe, expect, it } from "vitest";
import { toyMarket, toyYear, underLevers, leverYear } from "../fixtures/lever-year.js";
import { solveYear } from "../fixtures/solve-year.js";

const MAGNET = "magnet.NdFeB-standard";
const base = toyYear();

const chineseMagnets = (rate: string | number): object => ({
  tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate, from: 2026 },
});
const ownPriceFloor = (at: number): object => ({
  "price-floor": {
    good: "oxide.NdPr",
    at,
    money: "real",
    covers: "members",
    "paid-by": "members",
    key: "use",
    from: 2026,
  },
});

describe("signs of levers on a solved year", () => {
  it("a tariff on Chinese magnets lowers the taxed flow and raises the members' output of them", () => {
    const taxed = underLevers([chineseMagnets("40%")]);
    expect(taxed.flow(MAGNET, "CHN", "USA")).toBeLessThan(base.flow(MAGNET, "CHN", "USA"));
    const members = (year: typeof taxed): number => year.output(MAGNET, "USA") + year.output(MAGNET, "JPN");
    expect(members(taxed)).toBeGreaterThan(members(base));
    expect(taxed.price(MAGNET, "USA")).toBeGreaterThan(base.price(MAGNET, "USA"));
  });

  it("a contract for difference raises covered output in total and pays the gap, and nothing where its index is above", () => {
    const covered = (year: typeof base): number => year.output("oxide.NdPr", "AUS");
    const floor = underLevers([ownPriceFloor(90)]);
    expect(covered(floor)).toBeGreaterThan(covered(base));
    expect(floor.originPrice("oxide.NdPr", "AUS")).toBeLessThan(90);
    const idle = underLevers([ownPriceFloor(30)]);
    expect(idle.originPrice("oxide.NdPr", "AUS")).toBeGreaterThan(30);
    expect(covered(idle)).toBeCloseTo(covered(base), 6);
  });

  it("a border floor's gap is never negative, zero above the reference, and raises the covered good's price in members", () => {
    const border = (at: number): object => ({
      "price-floor": { good: "magnet.*", at, money: "real", mechanism: "border-adjusted", from: 2026 },
    });
    const high = underLevers([border(70)]);
    expect(Math.min(...high.equilibrium.floorGap)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...high.equilibrium.floorGap)).toBeGreaterThan(0);
    for (const region of ["USA", "JPN", "AUS"])
      expect(high.price(MAGNET, region)).toBeGreaterThan(base.price(MAGNET, region));
    const low = underLevers([border(5)]);
    expect(Math.max(...low.equilibrium.floorGap)).toBe(0);
    expect(low.price(MAGNET, "USA")).toBeCloseTo(base.price(MAGNET, "USA"), 6);
  });

  it("a Chinese licence cut raises the price at the controlled destinations and lowers it inside", () => {
    const cut = {
      "export-licence": {
        exporter: "CHN",
        destinations: "members",
        goods: "magnet.*",
        volume: "60% of 2024",
        from: 2026,
      },
    };
    const squeezed = underLevers([cut]);
    for (const region of ["USA", "JPN", "AUS"])
      expect(squeezed.price(MAGNET, region)).toBeGreaterThan(base.price(MAGNET, region));
    expect(squeezed.price(MAGNET, "CHN")).toBeLessThan(base.price(MAGNET, "CHN"));
    for (const region of ["USA", "JPN"])
      expect(squeezed.flow(MAGNET, "CHN", region)).toBeLessThanOrEqual(
        0.6 * base.flow(MAGNET, "CHN", region) * (1 + 1e-6),
      );
  });

  it("stocking NdPr raises its price, and LaCe's price does not rise", () => {
    const buy = { stockpile: { holder: "JPN", goods: "oxide.NdPr", fill: "500 t/y", from: 2026 } };
    const stocked = underLevers([buy]);
    for (const region of ["CHN", "JPN"])
      expect(stocked.price("oxide.NdPr", region)).toBeGreaterThan(base.price("oxide.NdPr", region));
    for (const region of ["CHN", "JPN", "USA"]) {
      const rise = stocked.price("oxide.LaCe", region) - base.price("oxide.LaCe", region);
      expect(rise).toBeLessThan(1e-6);
    }
  });

  it("an export tax lowers the taxed flow; a subsidy raises the supported output; a ban leaves none", () => {
    const tax = underLevers([
      { "export-tax": { exporter: "CHN", goods: "oxide.Dy", rate: "30%", from: 2026 } },
    ]);
    expect(tax.flow("oxide.Dy", "CHN", "JPN")).toBeLessThan(base.flow("oxide.Dy", "CHN", "JPN"));
    const paid = underLevers([
      { subsidy: { covers: "USA", goods: "magnet.*", "per-tonne": "10 USD/kg", from: 2026 } },
    ]);
    expect(paid.output(MAGNET, "USA")).toBeGreaterThan(base.output(MAGNET, "USA"));
    const banned = underLevers([
      { "export-ban": { exporter: "CHN", destinations: "USA", goods: "magnet.*", from: 2026 } },
    ]);
    expect(banned.flow(MAGNET, "CHN", "USA")).toBe(0);
    expect(banned.price(MAGNET, "USA")).toBeGreaterThan(base.price(MAGNET, "USA"));
  });

  it("an output quota holds output; a local-content rule holds the share; an environmental cost lowers output", () => {
    const quota = underLevers([
      {
        "output-quota": { region: "CHN", goods: "concentrate.bayan-obo", volume: "80% of 2024", from: 2026 },
      },
    ]);
    expect(quota.output("concentrate.bayan-obo", "CHN")).toBeLessThanOrEqual(80_000 * (1 + 1e-6));
    const content = underLevers([
      { "local-content": { importers: "USA", goods: MAGNET, share: "30%", from: 2026 } },
    ]);
    const bought = ["CHN", "JPN", "USA"].reduce((sum, from) => sum + content.flow(MAGNET, from, "USA"), 0);
    expect(content.flow(MAGNET, "USA", "USA") / bought).toBeGreaterThanOrEqual(0.3 - 1e-6);
    const cost = {
      "environmental-cost": { regions: "CHN", goods: "concentrate.bayan-obo", cost: "500 USD/t", from: 2026 },
    };
    expect(underLevers([cost]).output("concentrate.bayan-obo", "CHN")).toBeLessThan(
      base.output("concentrate.bayan-obo", "CHN"),
    );
  });

  it("freeing a dealer from a licence restores its flow and not the others'", () => {
    const cut = {
      "export-licence": {
        exporter: "CHN",
        destinations: "members",
        goods: "magnet.*",
        volume: "60% of 2024",
        from: 2026,
      },
    };
    const deal = { "bilateral-deal": { party: "JPN", supplier: "CHN", goods: "magnet.*", from: 2026 } };
    const [cutOnly, both] = [underLevers([cut]), underLevers([cut, deal])];
    expect(both.flow(MAGNET, "CHN", "JPN")).toBeGreaterThan(cutOnly.flow(MAGNET, "CHN", "JPN"));
    expect(both.flow(MAGNET, "CHN", "USA")).toBeLessThanOrEqual(
      0.6 * base.flow(MAGNET, "CHN", "USA") * (1 + 1e-6),
    );
    expect(both.price(MAGNET, "JPN")).toBeLessThan(cutOnly.price(MAGNET, "JPN"));
  });

  it("a tariff-rate quota's rent lies between nothing and the difference of the rates", () => {
    const quota = (volume: string): object => ({
      "tariff-rate-quota": {
        importers: "USA",
        exporters: "CHN",
        goods: MAGNET,
        volume,
        "over-quota": "50%",
        from: 2026,
      },
    });
    const wide = underLevers([quota("500% of 2024")]);
    expect(wide.equilibrium.rent[0]).toBe(0);
    expect(wide.flow(MAGNET, "CHN", "USA")).toBeCloseTo(base.flow(MAGNET, "CHN", "USA"), 2);
    const tight = underLevers([quota("10% of 2024")]);
    expect(tight.equilibrium.rent[0]).toBeCloseTo(tight.market.controls[0].cap, 6);
    expect(tight.market.controls[0].cap).toBeCloseTo(0.5 * (35 + 0.5), 9);
  });
});

describe("neutral levers", () => {
  const neutral: Readonly<Record<string, object>> = {
    tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: 0 },
    "export-tax": { exporter: "CHN", goods: "*", rate: 0 },
    "price-floor": { good: "oxide.NdPr", at: 0 },
    subsidy: { covers: "members", "per-tonne": 0 },
    cooperation: { among: "members" },
    stockpile: { holder: "JPN", goods: "oxide.NdPr", fill: 0 },
    offtake: { holder: "JPN", goods: "oxide.NdPr", volume: 0 },
    "processing-delay": { exporter: "CHN", goods: "*", delay: 0 },
    "environmental-cost": { regions: "all", goods: "*", cost: 0 },
    "local-content": { importers: "USA", goods: "*", share: 0 },
    "recycled-content": { importers: "USA", goods: "*", share: 0 },
    "tariff-rate-quota": { importers: "USA", exporters: "CHN", goods: "*", volume: 0, "over-quota": 0 },
    "bilateral-deal": { party: "JPN", supplier: "CHN", spared: 0 },
    "technology-transfer": { donor: "CHN", hosts: "USA", speed: 0 },
  };

  it.each(Object.entries(neutral))("%s leaves the market itself, to the bit", (kind, fields) => {
    const { market, terms } = leverYear([{ [kind]: fields }]);
    expect(market).toBe(toyMarket);
    expect(Object.values(terms).flat()).toEqual([]);
  });

  it("a control that does not bind, a bare floor and a free deal change no price", () => {
    const loose = [
      { "export-licence": { exporter: "CHN", goods: "magnet.*", volume: "1000% of 2024" } },
      { "output-quota": { region: "CHN", goods: "oxide.NdPr", volume: "1 Mt/y" } },
      ownPriceFloor(1),
    ];
    const solved = solveYear(leverYear(loose).market);
    solved.equilibrium.originPrice.forEach((price, o) => {
      expect(price).toBeCloseTo(base.equilibrium.originPrice[o], 6);
    });
  });
});

describe("a shift of demand", () => {
  const surge = { "demand-shift": { "end-uses": "ev", change: "40%", "full-by": 2029, from: 2026 } };

  it("is reached step by step and kept", () => {
    const scale = (year: number): number =>
      leverYear([surge], year).market.uses.quantity[0] / toyMarket.uses.quantity[0];
    expect([2025, 2026, 2027, 2029, 2035].map((year) => Math.round(100 * scale(year)))).toEqual([
      100, 110, 120, 140, 140,
    ]);
  });

  it("raises prices when demand rises and lowers them when it falls", () => {
    const fall = { "demand-shift": { "end-uses": "ev", change: "-30%", from: 2026 } };
    expect(underLevers([surge], 2029).price(MAGNET, "USA")).toBeGreaterThan(base.price(MAGNET, "USA"));
    expect(underLevers([fall], 2029).price(MAGNET, "USA")).toBeLessThan(base.price(MAGNET, "USA"));
    expect(leverYear([{ "demand-shift": { "end-uses": "ev", change: 0 } }]).market).toBe(toyMarket);
  });
});
