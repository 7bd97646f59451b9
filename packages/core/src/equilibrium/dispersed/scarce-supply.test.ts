import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import type { Market } from "../../market/market.js";
import { quota, solved } from "../testing/solved.js";
import { compileProblem } from "./problem.js";
import { scarceSupply } from "./scarce-supply.js";
import { shortSupply } from "./short-supply.js";
import { solveMarket } from "./solve-market.js";
import { workspaceOf } from "./workspace.js";

const { market, originPrice } = generateMarket({ seed: 5, regions: 6, goods: 9, makers: 0.6, sources: 5 });
const start = { originPrice, rent: new Float64Array(0) };
const problemOf = (changed: Market) => compileProblem(changed, workspaceOf(changed).structure);

/** Fixed purchases, t/y, by buyer. */
function buying(orders: ReadonlyMap<number, number>, from: Market = market): Market {
  const stockBuild = from.buyers.stockBuild.slice();
  orders.forEach((quantity, b) => (stockBuild[b] += quantity));
  return { ...from, buyers: { ...from.buyers, stockBuild } };
}

const buyersOf = (good: number): number[] =>
  [...market.buyers.good.keys()].filter((b) => market.buyers.good[b] === good);

/** The good's capacity over all regions, t/y. */
function capacityOf(good: number): number {
  const { nodes, origins } = market;
  let total = 0;
  for (let k = 0; k < nodes.count; k++)
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      if (origins.good[nodes.outOrigin[i]] === good) total += nodes.outCoefficient[i] * nodes.capacity[k];
  return total;
}

/** A good made of another good whose plants could make more of it than their feed allows. */
const made = (() => {
  const found = [...market.goods.keys()].find((good) => {
    const buyer = buyersOf(good)[0];
    if (buyer === undefined) return false;
    const much = buying(new Map([[buyer, 0.98 * capacityOf(good)]]));
    if (shortSupply(problemOf(much)) !== undefined) return false;
    const result = solveMarket(much, { start });
    return !result.ok && result.issue.code === "INFEASIBLE";
  });
  if (found === undefined) throw new Error("the drawn market has no good whose feed binds before its plants");
  return found;
})();

describe("purchases that recipes and capacities together cannot bring", () => {
  const buyer = buyersOf(made)[0];

  it("are refused although each single bound allows them, with the most that is possible", () => {
    const wanted = 0.98 * capacityOf(made);
    const result = solveMarket(buying(new Map([[buyer, wanted]])), { start });
    if (result.ok) throw new Error("solved");
    const { code, details } = result.issue;
    expect(code).toBe("INFEASIBLE");
    expect(details).toMatchObject({ reason: "purchase-beyond-supply", good: market.goods[made] });
    expect(details?.["quantity"]).toBeCloseTo(wanted, 6);
    expect(Number(details?.["most"])).toBeLessThan(wanted);
    expect(Number(details?.["most"])).toBeGreaterThanOrEqual(0);
  });

  it("state a bound that holds: a purchase above what is said to be the most is never solved", () => {
    const refused = solveMarket(buying(new Map([[buyer, 0.98 * capacityOf(made)]])), { start });
    if (refused.ok) throw new Error("solved");
    const most = Number(refused.issue.details?.["most"]);
    expect(solveMarket(buying(new Map([[buyer, 1.01 * most]])), { start }).ok).toBe(false);
  });
});

describe("a certificate of scarcity", () => {
  it("is never given, at any prices, for a market that has an answer", () => {
    const limited = { ...market, controls: [quota([0, 1, 2], 5)] };
    const problem = problemOf(buying(new Map([[0, 1e-3]]), limited));
    expect(solveMarket(problem.market).ok).toBe(true);
    const price = fc.double({ min: -10, max: 1e9, noNaN: true });
    const prices = fc.array(price, { minLength: problem.unknowns, maxLength: problem.unknowns });
    fc.assert(
      fc.property(prices, (x) => {
        expect(scarceSupply(problem, Float64Array.from(x))).toBeUndefined();
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("needs a purchase", () => {
    const problem = problemOf(market);
    expect(scarceSupply(problem, solved(market, { originPrice }).originPrice)).toBeUndefined();
    expect(scarceSupply(problem, new Float64Array(problem.unknowns))).toBeUndefined();
  });

  it("counts a quota on the way", () => {
    const b = buyersOf(made).find((one) => market.arcs.start[one + 1] > market.arcs.start[one])!;
    const arcs = [...Array(market.arcs.start[b + 1] - market.arcs.start[b]).keys()];
    const members = arcs.map((i) => market.arcs.start[b] + i);
    const held = { ...market, controls: [quota(members, 1)] };
    const problem = problemOf(buying(new Map([[b, 2]]), held));
    const x = new Float64Array(problem.unknowns);
    x[market.origins.count] = 1;
    expect(scarceSupply(problem, x)?.details).toMatchObject({ quantity: 2, most: 1 });
    expect(scarceSupply(problemOf(buying(new Map([[b, 0.5]]), held)), x)).toBeUndefined();
  });
});

describe("releases that recipes cannot take up", () => {
  const two = generateMarket({ seed: 5, regions: 2, goods: 9, makers: 1, sources: 2 }).market;
  const { uses } = two;
  /** A use of two goods in one region, in equal parts; of the second there is one tonne in the world. */
  const withRecipe = (release: number): Market => {
    const [first, second] = [uses.goodBuyer[0], uses.goodBuyer.find((b) => b !== uses.goodBuyer[0])!];
    const stockBuild = new Float64Array(two.buyers.count);
    stockBuild[first] = -release;
    const given = new Float64Array(two.origins.count);
    given[two.arcs.origin[two.arcs.start[second]]] = 1;
    return {
      ...two,
      origins: { ...two.origins, given },
      nodes: { ...two.nodes, capacity: new Float64Array(two.nodes.count) },
      buyers: { ...two.buyers, stockBuild },
      uses: {
        ...uses,
        count: 1,
        gradeScale: Float64Array.of(0),
        goodStart: Int32Array.of(0, 2),
        goodBuyer: Int32Array.of(first, second),
        goodWeight: Float64Array.of(0.5, 0.5),
      },
    };
  };

  it("are told by what is missing beside them", () => {
    const result = solveMarket(withRecipe(3));
    expect(result.ok ? {} : result.issue).toMatchObject({
      code: "INFEASIBLE",
      details: { reason: "release-beyond-use", quantity: 3 },
    });
    expect(result.ok ? NaN : result.issue.details?.["most"]).toBeCloseTo(1, 6);
  });

  it("are no matter where there is enough of the other good", () => {
    expect(solveMarket(withRecipe(0.5)).ok).toBe(true);
  });
});
