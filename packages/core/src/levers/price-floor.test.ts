import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import type { Contract } from "../market/market.js";

const floor = (fields: object, year = 2026, priceLevel?: (year: number) => number) =>
  leverYear(
    [{ "price-floor": { good: "oxide.NdPr", at: "110 USD/kg", money: "real", from: 2026, ...fields } }],
    year,
    priceLevel,
  );

const named = (contracts: readonly Contract[]): [string, number][] =>
  contracts.map(({ node, coverage }) => [toyMarket.nodes.id[node], coverage]);
const payersOf = ({ payers }: Contract): [string, number][] =>
  payers.map(({ region, share }) => [toyMarket.regions[region], share]);
const origin = (region: string): number =>
  [...toyMarket.origins.good.keys()].find(
    (o) =>
      toyMarket.regions[toyMarket.origins.region[o]] === region &&
      toyMarket.goods[toyMarket.origins.good[o]] === "oxide.NdPr",
  )!;

describe("a contract for difference", () => {
  it("covers the output of regions, owners by their share, or plants, and carries the lever's id", () => {
    const { contracts } = floor({ covers: "AUS", id: "lynas" }).market;
    expect(named(contracts)).toEqual([
      ["separation-monazite@AUS", 1],
      ["kalgoorlie-two", 1],
      ["new:separation-monazite@AUS", 1],
    ]);
    expect(contracts[0]).toMatchObject({
      lever: "lynas",
      strike: 110,
      indexOrigin: origin("AUS"),
      indexFactor: 1,
      upsideShare: 0,
    });
    expect(named(floor({ covers: "owner:JPN" }).market.contracts)).toEqual([
      ["separation-monazite@AUS", 0.3],
    ]);
    expect(named(floor({ covers: ["plant:lynas", "owner:JPN"], share: "50%" }).market.contracts)).toEqual([
      ["separation-monazite@AUS", 0.5],
    ]);
    expect(floor({ covers: "plant:lynas", good: "oxide.Dy" }).market.contracts).toHaveLength(1);
  });

  it("covers no more than a stated volume of capacity", () => {
    const capacity = 15_000 * 0.25;
    expect(floor({ covers: "AUS", volume: "1500 t/y" }).market.contracts[0].coverage).toBeCloseTo(
      1500 / capacity,
      12,
    );
    expect(floor({ covers: "AUS", volume: "50% of 2024" }).market.contracts[0].coverage).toBeCloseTo(
      1500 / capacity,
      12,
    );
    expect(floor({ covers: "AUS", volume: "9 kt/y" }).market.contracts[0].coverage).toBe(1);
  });

  it("takes its index from Chinese ex-works prices with VAT where it says so", () => {
    const [contract] = floor({ covers: "AUS", index: "chinese-ex-works", vat: "13%" }).market.contracts;
    expect(contract).toMatchObject({ indexOrigin: origin("CHN"), indexFactor: 1.13 });
  });

  it("deflates nominal money and leaves real money", () => {
    const rising = (year: number): number => 1 + 0.02 * (year - 2024);
    const upside = { covers: "AUS", "upside-share": "30%", "upside-above": "150 USD/kg" };
    const [nominal] = floor({ ...upside, money: "nominal" }, 2034, rising).market.contracts;
    expect([nominal.strike, nominal.upsideStrike]).toEqual([110 / 1.2, 150 / 1.2]);
    expect(floor({ ...upside }, 2034, rising).market.contracts[0]).toMatchObject({
      strike: 110,
      upsideStrike: 150,
      upsideShare: 0.3,
    });
  });

  it("is paid by the key: home, host, use, equal or given", () => {
    const paid = (fields: object) => payersOf(floor({ covers: "AUS", ...fields }).market.contracts[0]);
    expect(paid({})).toEqual([["AUS", 1]]);
    expect(paid({ key: "home" })).toEqual([
      ["AUS", 0.7],
      ["JPN", 0.3],
    ]);
    expect(paid({ "paid-by": "JPN", key: "home" })).toEqual([["JPN", 1]]);
    expect(paid({ "paid-by": ["USA", "JPN"], key: "equal" })).toEqual([
      ["USA", 0.5],
      ["JPN", 0.5],
    ]);
    expect(paid({ "paid-by": "members", shares: { USA: "75%", JPN: "25%" } })).toEqual([
      ["USA", 0.75],
      ["JPN", 0.25],
    ]);
    const byUse = paid({ "paid-by": "members", key: "use" });
    expect(byUse).toEqual([["JPN", 1]]);
    expect(paid({ "paid-by": "USA", key: "home" })).toEqual([["USA", 1]]);
  });

  it("always has payers that add up to 1", () => {
    for (const key of ["home", "host", "use", "equal"])
      for (const payers of [undefined, "members", ["USA"], "all"]) {
        const [contract] = floor({ covers: "AUS", key, ...(payers && { "paid-by": payers }) }).market
          .contracts;
        expect(contract.payers.reduce((sum, payer) => sum + payer.share, 0)).toBeCloseTo(1, 12);
      }
  });

  it("acts within its dates only", () => {
    for (const year of [2025, 2036]) expect(floor({ covers: "AUS", to: 2035 }, year).market).toBe(toyMarket);
    expect(floor({ covers: "AUS", to: 2035 }, 2035).market.contracts).toHaveLength(3);
  });

  it("needs a price for an upside share", () => {
    expect(() => floor({ "upside-share": "30%" })).toThrow("MISSING_KEY");
  });
});

describe("a border-adjusted floor", () => {
  const border = (fields: object = {}) => floor({ mechanism: "border-adjusted", ...fields });
  const routes = (fields: object = {}): string[] =>
    border(fields).market.borderFloors.flatMap(({ arcs }) =>
      [...arcs].map((arc) => {
        const { arcs: all, origins, buyers, regions } = toyMarket;
        return `${regions[origins.region[all.origin[arc]]]}>${regions[buyers.region[all.buyer[arc]]]}`;
      }),
    );

  it("levies non-members' goods at members' borders and leaves the exporter its share", () => {
    const [entry] = border({ id: "ref" }).market.borderFloors;
    expect(entry).toMatchObject({ lever: "ref", exporterShare: 0.5 });
    expect(new Set(entry.reference)).toEqual(new Set([110]));
    expect(new Set(routes().map((route) => route.slice(0, 3)))).toEqual(new Set(["CHN"]));
    expect(border({ "exporter-share": 0 }).market.borderFloors[0].exporterShare).toBe(0);
  });

  it("spares equivalent partners: those stated, or hosts of members' plants unless only regions count", () => {
    const outside = { exporters: ["CHN", "AUS"], importers: "JPN" };
    expect(routes({ ...outside, equivalent: "AUS" })).toEqual(["CHN>JPN"]);
    expect(routes(outside)).toEqual(["CHN>JPN", "AUS>JPN"]);
    expect(routes({ ...outside, importers: ["JPN", "AUS"] })).toEqual(["CHN>JPN"]);
    expect(routes({ ...outside, importers: ["JPN", "AUS"], "origin-test": "region" })).toContain("AUS>JPN");
  });

  it("warns that what is made of a covered good is not covered", () => {
    expect(border().levers[0].warnings).toMatchObject([
      { code: "DOWNSTREAM_UNCOVERED", found: ["oxide.NdPr"], expected: ["metal.NdPr"] },
    ]);
    expect(border({ good: "magnet.*" }).levers[0].warnings).toEqual([]);
  });
});
