import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { Assumptions } from "./assumptions.js";
import { basePrice, priceChecks } from "./price-quotes.js";

const { tables } = smallChainFile();
const [first] = tables.prices;
const assumptions = new Assumptions(tables.assumptions, { "quote.exchange-rate.CNY": 7 });
const withRow = (change: Partial<typeof first>) => ({
  ...tables,
  prices: [...tables.prices, { ...first, region: "JPN", good: "oxide.Dy", ...change }],
});

describe("basePrice", () => {
  it("takes the region before every region, and says so where there is none", () => {
    expect(basePrice(tables, "JPN", "metal.NdPr", assumptions)).toBe(85);
    expect(basePrice(tables, "CHN", "metal.NdPr", assumptions)).toBe(75);
    expect(basePrice(tables, "CHN", "oxide.Tb", assumptions)).toBeNaN();
  });

  it("takes out tax, currency and the unit of the quote", () => {
    const quote = { found: 7910, per: 10, tax: "vat", currency: "CNY" };
    expect(basePrice(withRow(quote), "JPN", "oxide.Dy", assumptions)).toBeCloseTo(100, 12);
  });

  it("does not take a quote that is only compared", () => {
    expect(basePrice(withRow({ role: "check", found: 1 }), "JPN", "oxide.Dy", assumptions)).toBe(250);
  });
});

describe("priceChecks", () => {
  it("lists the compared quotes with their origin, converted alike", () => {
    const check = { id: "check", role: "check", found: 226, tax: "vat", currency: "USD" };
    expect(priceChecks(withRow(check), assumptions)).toEqual([
      {
        id: "check",
        region: "JPN",
        good: "oxide.Dy",
        price: expect.closeTo(200, 9),
        grade: "C",
        sources: ["S"],
        reason: "invented for tests",
      },
    ]);
    expect(priceChecks(tables, assumptions)).toEqual([]);
  });
});
