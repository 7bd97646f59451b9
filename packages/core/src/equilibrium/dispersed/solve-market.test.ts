import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import { fullPackage, mildPackage, randomPackage, violentPackage } from "../../market/random-package.js";
import type { Equilibrium, Market } from "../../market/market.js";
import { verifyMarket } from "../verify.js";
import { solveMarket } from "./solve-market.js";

const small = generateMarket({ seed: 3, regions: 6, goods: 9, makers: 0.5, sources: 4 });
const noRent = new Float64Array(0);

function solved(market: Market, originPrice?: Float64Array): Equilibrium {
  const result = solveMarket(market, originPrice && { start: { originPrice, rent: noRent } });
  if (!result.ok) throw new Error(JSON.stringify(result.issue));
  return result.equilibrium;
}

describe("solveMarket", () => {
  it("returns the base prices of a market that starts at them", () => {
    const found = solved(small.market, small.originPrice);
    expect(found.iterations).toBeLessThanOrEqual(1);
    expect(found.residual).toBeLessThan(1e-12);
    found.originPrice.forEach((price, o) => {
      expect(Math.abs(price / small.originPrice[o] - 1)).toBeLessThan(1e-12);
    });
  });

  it("finds the same prices from far away and without a start", () => {
    const far = small.originPrice.map((price, o) => price * (o % 2 === 0 ? 0.5 : 2));
    for (const found of [solved(small.market, far), solved(small.market)]) {
      found.originPrice.forEach((price, o) => {
        expect(Math.abs(price / small.originPrice[o] - 1)).toBeLessThan(1e-9);
      });
    }
  });

  it.each([
    ["mild", mildPackage],
    ["violent", violentPackage],
  ])("solves %s random packages to 1e-9 of capacity", (_, size) => {
    const base = solved(small.market, small.originPrice);
    for (let seed = 0; seed < 40; seed++) {
      const market = randomPackage(small.market, base, size, seed);
      const found = solved(market, base.originPrice);
      expect(verifyMarket(market, found).residual).toBeLessThan(1e-9);
    }
  });

  it("finds the same without the independent check, which its answer passes", () => {
    const market = randomPackage(small.market, solved(small.market, small.originPrice), mildPackage, 1);
    const [checked, own] = [false, true].map((unverified) => solveMarket(market, { unverified }));
    if (!checked.ok || !own.ok) throw new Error("no answer");
    expect(own.equilibrium.originPrice).toEqual(checked.equilibrium.originPrice);
    expect(own.equilibrium.residual).toBeLessThan(1e-9);
    expect(verifyMarket(market, own.equilibrium).residual).toBeLessThan(1e-9);
  });

  it("solves packages with controls, floors, contracts and stock, or refuses them with a reason", () => {
    const base = solved(small.market, small.originPrice);
    let refused = 0;
    for (let seed = 0; seed < 60; seed++) {
      const market = randomPackage(small.market, base, fullPackage, seed);
      const result = solveMarket(market, { start: { originPrice: base.originPrice, rent: noRent } });
      if (result.ok) expect(result.equilibrium.residual).toBeLessThan(1e-9);
      else refused += 1;
    }
    expect(refused).toBeLessThan(4);
  });
});
