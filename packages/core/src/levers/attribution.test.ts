import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import type { Market } from "../market/market.js";
import { levers } from "./register.js";

const CHINESE_OXIDES = { exporter: "CHN", goods: "oxide.*" };

/** One acting example of every kind. */
const examples: Readonly<Record<string, object>> = {
  "price-floor": { good: "oxide.NdPr", at: 110, covers: "members" },
  tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: 25 },
  "tariff-rate-quota": {
    importers: "USA",
    exporters: "CHN",
    goods: "magnet.*",
    volume: "50% of 2024",
    "in-quota": 5,
    "over-quota": 50,
  },
  "export-tax": { ...CHINESE_OXIDES, rate: 10 },
  "export-licence": { ...CHINESE_OXIDES, volume: "80% of 2024" },
  "export-quota": { ...CHINESE_OXIDES, volume: "80% of 2024" },
  "export-ban": { exporter: "CHN", destinations: "JPN", goods: "oxide.Dy" },
  "processing-delay": { ...CHINESE_OXIDES, delay: 2, "carrying-cost": 8 },
  "technology-export-ban": { exporter: "CHN" },
  "output-quota": { region: "CHN", goods: "concentrate.bayan-obo", volume: "90% of 2024" },
  subsidy: { covers: "USA", goods: "magnet.*", "per-tonne": 5, "capital-points": -1, "capital-share": 10 },
  equity: { project: "round-top", completion: 20, amount: 50 },
  offtake: { holder: "JPN", goods: "oxide.NdPr", volume: 200, "from-plants": "plant:lynas", price: 110 },
  stockpile: { holder: "JPN", goods: "oxide.NdPr", fill: 200 },
  "recycled-content": { importers: "JPN", goods: "oxide.NdPr", share: 1 },
  "local-content": { importers: "USA", goods: "magnet.NdFeB-standard", share: 30 },
  cooperation: {
    "duty-free": true,
    "pooled-finance": -1,
    "shared-know-how": true,
    "recognised-qualification": 20,
    "crisis-sharing": 50,
  },
  "bilateral-deal": { party: "JPN", supplier: "CHN", volume: 10, goods: "oxide.Dy", concession: 5 },
  "technology-transfer": { donor: "CHN", hosts: "AUS", speed: 20 },
  "environmental-cost": { regions: "CHN", goods: "concentrate.bayan-obo", cost: 100 },
  "demand-shift": { "end-uses": "ev", change: 10 },
};
const kinds = levers.map((lever) => lever.kind);
const apply = (kind: string, id: string, on?: Market) =>
  leverYear([{ [kind]: { ...examples[kind], id } }], 2024, undefined, on);

/** Entries of a market that were not in the one before. */
function added(before: Market, after: Market): { lever: string }[] {
  return (["wedges", "controls", "contracts", "borderFloors", "supports", "stockOrders"] as const).flatMap(
    (list) => {
      const known = new Set<unknown>(before[list]);
      return (after[list] as readonly { lever: string }[]).filter((entry) => !known.has(entry));
    },
  );
}

describe.each(kinds)("%s", (kind) => {
  it("leaves a trace, and its address on everything that moves money or binds a quantity", () => {
    const { market, terms } = apply(kind, "my-own");
    const entries = [...added(toyMarket, market), ...(Object.values(terms).flat() as { lever: string }[])];
    for (const entry of entries) expect(entry.lever).toBe("my-own");
    expect(market !== toyMarket || entries.length > 0).toBe(true);
  });

  it("is pure: the market it was given stays, and twice the same gives the same", () => {
    const before = structuredClone(toyMarket);
    const [once, again] = [apply(kind, "x"), apply(kind, "x")];
    expect(toyMarket).toEqual(before);
    expect(again.market).toEqual(once.market);
    expect(again.terms).toEqual(once.terms);
  });

  it("acts in no year outside its dates", () => {
    const lever = { [kind]: { ...examples[kind], from: 2027, to: 2030 } };
    for (const year of [2026, 2031]) {
      const { market, terms } = leverYear([lever], year);
      expect(market).toBe(toyMarket);
      expect(Object.values(terms).flat()).toEqual([]);
    }
  });
});

describe("the examples", () => {
  it("cover every kind in the register", () => {
    expect(Object.keys(examples).sort()).toEqual([...kinds].sort());
  });

  it("give the same wedges, supports and orders in any order", () => {
    const some = ["tariff", "export-tax", "subsidy", "stockpile", "cooperation"];
    const whole = (order: readonly string[]): Market =>
      leverYear(
        order.map((kind) => ({ [kind]: examples[kind] })),
        2024,
      ).market;
    const totals = ({ wedges, nodes, buyers }: Market): unknown => {
      const rates = new Map<number, number>();
      for (const { kind, arcs, adValorem } of wedges)
        arcs.forEach((arc, k) => {
          if (kind === "duty") rates.set(arc, (rates.get(arc) ?? 0) + adValorem[k]);
        });
      return [[...rates].sort(([a], [b]) => a - b), [...nodes.support], [...buyers.stockBuild]];
    };
    expect(totals(whole([...some].reverse()))).toEqual(totals(whole(some)));
  });
});
