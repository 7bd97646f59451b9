import { describe, expect, it } from "vitest";
import { verifyMarket } from "../equilibrium/verify.js";
import { solved, sum } from "../equilibrium/testing/solved.js";
import { generateMarket } from "./generate.js";
import { fullPackage, randomPackage } from "./random-package.js";

const options = { seed: 4, regions: 8, goods: 10, makers: 0.5, sources: 5 };

describe("generateMarket", () => {
  it("gives the same market for the same seed and another for another", () => {
    const prices = (seed: number) => [...generateMarket({ ...options, seed }).originPrice];
    expect(prices(4)).toEqual(prices(4));
    expect(prices(4)).not.toEqual(prices(5));
  });

  it.each([0, 1, 2, 3, 4])("has its base prices as an equilibrium, seed %d", (seed) => {
    const { market, originPrice } = generateMarket({ ...options, seed });
    const found = solved(market, { originPrice });
    expect(found.iterations).toBe(0);
    expect(verifyMarket(market, found).residual).toBeLessThan(1e-12);
  });

  it("keeps to the number of goods, regions and sources, with arcs in the order of buyers", () => {
    const { market } = generateMarket(options);
    expect([market.regions.length, market.goods.length]).toEqual([8, 10]);
    const { arcs, buyers, origins } = market;
    for (let b = 0; b < buyers.count; b++) {
      expect(arcs.start[b + 1] - arcs.start[b]).toBeLessThanOrEqual(5);
      for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
        expect(arcs.buyer[a]).toBe(b);
        expect(origins.good[arcs.origin[a]]).toBe(buyers.good[b]);
      }
    }
  });

  it("makes goods jointly, disposes of what is left over and runs every used plant", () => {
    const { market, originPrice } = generateMarket(options);
    const found = solved(market, { originPrice });
    expect(sum(found.disposal)).toBeGreaterThan(0);
    const { nodes } = market;
    expect(
      Math.max(...[...nodes.id.keys()].map((k) => nodes.outStart[k + 1] - nodes.outStart[k])),
    ).toBeGreaterThan(1);
    for (let k = 0; k < nodes.count; k++)
      if (nodes.capacity[k] > 0) expect(found.level[k]).toBeGreaterThan(0);
  });
});

describe("randomPackage", () => {
  const { market, originPrice } = generateMarket(options);
  const base = solved(market, { originPrice });

  it("leaves the market it is given as it was", () => {
    const before = JSON.stringify(market);
    randomPackage(market, base, fullPackage, 1);
    expect(JSON.stringify(market)).toBe(before);
  });

  it("draws as many policies as asked, within their sizes", () => {
    const drawn = randomPackage(market, base, fullPackage, 2);
    expect([drawn.controls.length, drawn.borderFloors.length, drawn.contracts.length]).toEqual([6, 2, 3]);
    for (const wedge of drawn.wedges) {
      for (const rate of wedge.adValorem) expect(rate).toBeLessThanOrEqual(fullPackage.duty);
    }
    for (const order of drawn.stockOrders) {
      expect(drawn.buyers.stockBuild[order.buyer]).toBeCloseTo(order.quantity, 9);
    }
  });
});
