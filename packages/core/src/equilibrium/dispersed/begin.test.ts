import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import { solveMarket } from "./solve-market.js";

const { market: bare, originPrice } = generateMarket({
  seed: 3,
  regions: 6,
  goods: 9,
  makers: 0.5,
  sources: 4,
});

/** More is released to the first buyer of a final good than it would use: what is released is taken at a discount. */
const buyer = bare.uses.goodBuyer[0];
const released = bare.uses.quantity[0] * 3;
const stockBuild = bare.buyers.stockBuild.slice();
stockBuild[buyer] = -released;
const market = { ...bare, buyers: { ...bare.buyers, stockBuild } };

describe("begin", () => {
  const found = solveMarket(market, { start: { originPrice, rent: new Float64Array(0) } });
  if (!found.ok) throw new Error(found.issue.code);

  it("has a discount where a released stock is more than its buyer would take", () => {
    expect(found.equilibrium.glut![buyer]).toBeGreaterThan(0);
  });

  it("goes on from an answer with released stocks without a step", () => {
    const again = solveMarket(market, { start: found.equilibrium });
    if (!again.ok) throw new Error(again.issue.code);
    expect(again.equilibrium.iterations).toBe(0);
    expect(again.equilibrium.originPrice).toEqual(found.equilibrium.originPrice);
  });

  it("takes more steps where the discount is not told", () => {
    const { glut: _, ...silent } = found.equilibrium;
    const again = solveMarket(market, { start: silent });
    expect(again.ok && again.equilibrium.iterations > 0).toBe(true);
  });
});
