import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainMarket } from "../fixtures/plain-market.js";
import { smallWorld } from "../fixtures/small-world.js";
import { toyChain } from "../fixtures/toy.js";
import { createEdit } from "../market/edit-market.js";
import type { LeverContext } from "./definition.js";
import { payersOf, type PayerParams } from "./payers.js";

const { market, base } = plainMarket();
const edit = createEdit(market, base, 2026);
const context: LeverContext = {
  id: "lever",
  from: 2026,
  to: 2030,
  world: { ...smallWorld, regions: [...market.regions] },
  baseYear: 2024,
  members: ["USA", "JPN", "DEU"],
  chain: toyChain,
  priceLevel: () => 1,
};
/** The plant in DEU, half owned by JPN. */
const PLANT = 6;
const paid = (params: PayerParams, node: number | null = PLANT): Record<string, number> =>
  Object.fromEntries(
    payersOf(edit, params, { ...(node !== null && { node }), goods: ["oxide.NdPr"] }, context).map(
      ({ region, share }) => [market.regions[region], share],
    ),
  );

describe("who pays", () => {
  it("is the plant's region unless said otherwise", () => {
    expect(paid({})).toEqual({ DEU: 1 });
    expect(paid({ key: "host" })).toEqual({ DEU: 1 });
  });

  it("is the owners' regions by their shares, of those who pay at all", () => {
    expect(paid({ key: "home" })).toEqual({ DEU: 0.5, JPN: 0.5 });
    expect(paid({ key: "home", "paid-by": ["JPN", "USA"] })).toEqual({ JPN: 1 });
  });

  it("is by base-year use of the good where the key is use, or where there is no plant", () => {
    const byUse = { CHN: 12_000 / 19_200, USA: 2400 / 19_200, JPN: 2400 / 19_200, DEU: 2400 / 19_200 };
    for (const shares of [paid({ key: "use" }), paid({}, null)])
      for (const [region, share] of Object.entries(byUse))
        expect(shares[region], region).toBeCloseTo(share, 12);
    expect(paid({ "paid-by": ["CHN", "USA"], key: "use" })["CHN"]).toBeCloseTo(12_000 / 14_400, 12);
  });

  it("is in equal parts, or as given", () => {
    expect(paid({ "paid-by": ["USA", "JPN"], key: "equal" })).toEqual({ USA: 0.5, JPN: 0.5 });
    expect(paid({ shares: { USA: 0.25, JPN: 0.75 } })).toEqual({ USA: 0.25, JPN: 0.75 });
    expect(paid({ "paid-by": ["USA"], shares: { USA: 0.25, JPN: 0.75 } })).toEqual({ USA: 1 });
  });

  it("falls back to equal parts where the key gives nobody", () => {
    expect(paid({ "paid-by": ["USA", "CHN"], key: "home" })).toEqual({ USA: 0.5, CHN: 0.5 });
    expect(paid({ "paid-by": ["USA"], key: "host" })).toEqual({ USA: 1 });
  });

  it("always adds up to 1, by shares above 0", () => {
    const some = fc.option(fc.subarray(["CHN", "USA", "JPN", "DEU", "members", "all"], { minLength: 1 }), {
      nil: undefined,
    });
    const key = fc.option(fc.constantFrom("home", "host", "use", "equal", "given"), { nil: undefined });
    fc.assert(
      fc.property(some, key, fc.integer({ min: 0, max: 7 }), (paidBy, by, node) => {
        const shares = payersOf(
          edit,
          { "paid-by": paidBy, key: by },
          { node, goods: ["oxide.Dy"] },
          context,
        ).map((payer) => payer.share);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...shares)).toBeGreaterThan(0);
      }),
      { seed: 11 },
    );
  });
});
