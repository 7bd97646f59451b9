import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";

const apply = (kind: string, fields: object, year = 2026) =>
  leverYear([{ [kind]: { from: 2026, ...fields } }], year);
const region = (index: number): string => toyMarket.regions[index];

describe("subsidies", () => {
  it("are paid per tonne of the named goods, by the host unless said otherwise", () => {
    const { market } = apply("subsidy", {
      covers: "AUS",
      goods: "oxide.NdPr",
      "per-tonne": "10 USD/kg",
      id: "credit",
    });
    const paid = market.supports.filter((s) => s.lever === "credit");
    expect(paid.map((s) => market.nodes.id[s.node])).toEqual([
      "separation-monazite@AUS",
      "kalgoorlie-two",
      "new:separation-monazite@AUS",
    ]);
    expect(paid.slice(0, 1)).toEqual([
      {
        lever: "credit",
        node: 4,
        perTonne: 2.5,
        payers: [{ region: toyMarket.regions.indexOf("AUS"), share: 1 }],
      },
    ]);
    expect(market.nodes.support[4]).toBeCloseTo(toyMarket.nodes.support[4] + 2.5, 12);
  });

  it("may be a share of the plant's own cost", () => {
    const { market } = apply("subsidy", { covers: "USA", stages: "magnet", "tax-credit": "10%" });
    const [support] = market.supports.filter((s) => s.lever === "subsidy");
    expect(support.perTonne).toBeCloseTo(0.1 * toyMarket.nodes.cost[support.node], 12);
    expect(market.supports.filter((s) => market.nodes.id[s.node] === "magnet-standard@USA")).toHaveLength(1);
  });

  it("reach an owner's share of a plant, and the owner pays", () => {
    const { market } = apply("subsidy", {
      covers: "owner:JPN",
      goods: "oxide.NdPr",
      "per-tonne": 10,
      "paid-by": "JPN",
    });
    const [support] = market.supports.filter((s) => s.lever === "subsidy");
    expect(support.perTonne).toBeCloseTo(0.3 * 2.5, 12);
    expect(support.payers.map((payer) => region(payer.region))).toEqual(["JPN"]);
  });

  it("lower what investors must earn, at the stages of the goods named", () => {
    const { terms, market } = apply("subsidy", {
      covers: "USA",
      goods: "magnet.*",
      "capital-share": "30%",
      "capital-points": "-2 pp",
    });
    expect(market).toBe(toyMarket);
    const scope = { lever: "subsidy", regions: ["USA"], stages: ["magnet"], payers: ["USA"] };
    expect(terms.capitalShares).toEqual([{ ...scope, share: 0.3 }]);
    expect(terms.capitalPoints).toEqual([{ ...scope, points: -0.02 }]);
  });

  it("need the goods where they are paid per tonne", () => {
    expect(() => apply("subsidy", { covers: "USA", "per-tonne": 5 })).toThrow("MISSING_KEY");
  });
});

describe("stock", () => {
  const orders = (fields: object, year: number): number =>
    apply(
      "stockpile",
      { holder: "JPN", goods: "oxide.NdPr", fill: "100 t/y", ...fields },
      year,
    ).market.stockOrders.reduce((sum, o) => sum + o.quantity, 0);

  it("is filled until the target is held, then kept", () => {
    expect([2026, 2027, 2028, 2029].map((year) => orders({ target: "250 t" }, year))).toEqual([
      100, 100, 50, 0,
    ]);
  });

  it("is released from the year stated while any is left", () => {
    const rule = { target: "250 t", release: "200 t/y", "release-from": 2030 };
    expect([2029, 2030, 2031, 2032].map((year) => orders(rule, year))).toEqual([0, -200, -50, 0]);
    expect(() => orders({ release: "1 t/y" }, 2026)).toThrow("MISSING_KEY");
  });

  it("is bought at the holders' markets by their use, and paid by them", () => {
    const { stockOrders } = apply("stockpile", {
      holder: ["CHN", "JPN"],
      goods: "oxide.NdPr",
      fill: "270 t/y",
      id: "reserve",
    }).market;
    const byRegion = stockOrders.map(({ buyer, quantity }) => [
      region(toyMarket.buyers.region[buyer]),
      quantity,
    ]);
    expect(byRegion).toEqual([
      ["CHN", 240],
      ["JPN", 30],
    ]);
    for (const order of stockOrders) {
      expect(order.lever).toBe("reserve");
      expect(order.payers.reduce((sum, payer) => sum + payer.share, 0)).toBeCloseTo(1, 12);
    }
  });

  it("may be a share of the base year's use", () => {
    expect(orders({ fill: "10% of 2024" }, 2026)).toBeCloseTo(300, 9);
  });
});

describe("offtake", () => {
  it("buys into stock and pays the named suppliers the agreed price for the volume", () => {
    const { market } = apply("offtake", {
      holder: "USA",
      goods: "oxide.NdPr",
      volume: "750 t/y",
      "from-plants": "plant:lynas",
      price: "110 USD/kg",
    });
    expect(market.stockOrders.reduce((sum, order) => sum + order.quantity, 0)).toBeCloseTo(750, 9);
    expect(market.contracts).toMatchObject([{ lever: "offtake", strike: 110, coverage: 0.2 }]);
    expect(market.contracts[0].payers.map((payer) => region(payer.region))).toEqual(["USA"]);
    expect(() => apply("offtake", { holder: "USA", goods: "oxide.NdPr", volume: 1, price: 1 })).toThrow(
      "MISSING_KEY",
    );
  });
});

describe("equity", () => {
  it("raises completion and stands ready every year, shared by the projects", () => {
    const fields = {
      project: ["round-top", "fort-worth"],
      completion: "20%",
      amount: "400 MUSD",
      "paid-by": "USA",
    };
    const entry = { lever: "equity", completion: 0.2, payers: ["USA"] };
    expect(apply("equity", fields, 2026).terms.equity).toEqual([
      { ...entry, project: "round-top", amount: 200_000 },
      { ...entry, project: "fort-worth", amount: 200_000 },
    ]);
    expect(apply("equity", fields, 2027).terms.equity.map((e) => e.amount)).toEqual([200_000, 200_000]);
    expect(() => apply("equity", { ...fields, project: "round-tip" })).toThrow("UNKNOWN_PROJECT");
  });
});
