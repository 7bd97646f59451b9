import { describe, expect, it } from "vitest";
import { generateMarket } from "../market/generate.js";
import { withStores } from "./cover.js";

describe("withStores", () => {
  const { market } = generateMarket({ seed: 3, regions: 4, goods: 4, makers: 0.5, sources: 3 });
  const only = (quantity: number): Float64Array => {
    const yearly = new Float64Array(market.buyers.count);
    yearly[1] = quantity;
    return yearly;
  };

  it("takes what rounding leaves of a drained store as nothing", () => {
    expect(withStores(market, only(-4e-14))).toBe(market);
  });

  it("adds a release to the buyer's stores and to the orders", () => {
    const released = withStores(market, only(-2));
    expect(released.buyers.stockBuild[1]).toBe(market.buyers.stockBuild[1] - 2);
    expect(released.stockOrders.at(-1)).toMatchObject({ lever: "base:stores", buyer: 1, quantity: -2 });
  });
});
