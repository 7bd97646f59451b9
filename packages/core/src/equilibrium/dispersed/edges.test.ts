import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import type { Market } from "../../market/market.js";
import { fullPackage, mildPackage, randomPackage, type PackageSize } from "../../market/random-package.js";
import { verifyMarket } from "../verify.js";
import { tinyMarket } from "../testing/tiny-market.js";
import { duty, solved, sum } from "../testing/solved.js";
import { solveMarket } from "./solve-market.js";

const one = tinyMarket({ plants: [{ region: 0, capacity: 1000, cost: 80 }], demand: [600] });

describe("small and empty markets", () => {
  it("a single region clears where supply meets demand", () => {
    const found = solved(one);
    expect(found.level[0]).toBeCloseTo(found.demand[0], 6);
    expect(found.flow[0]).toBeCloseTo(found.demand[0], 6);
    expect(found.usePrice[0]).toBeCloseTo(found.originPrice[0], 9);
  });

  it("without demand everything given is disposed of at the lowest price", () => {
    const idle = { ...one, uses: { ...one.uses, quantity: new Float64Array(1) } };
    const found = solved({ ...idle, origins: { ...idle.origins, given: Float64Array.of(50) } });
    expect(found.originPrice[0]).toBe(0);
    expect(found.disposal[0]).toBeGreaterThanOrEqual(50);
    expect(found.demand[0]).toBe(0);
  });

  it.each([false, true])(
    "a start a hair above the lowest price disposes all the same (unverified: %s)",
    (unverified) => {
      const idle = { ...one, uses: { ...one.uses, quantity: new Float64Array(1) } };
      const market = { ...idle, origins: { ...idle.origins, given: Float64Array.of(50) } };
      const start = { originPrice: Float64Array.of(1e-12), rent: new Float64Array(0) };
      const found = solveMarket(market, { start, unverified });
      if (!found.ok) throw new Error(found.issue.code);
      expect(found.equilibrium.iterations).toBe(0);
      expect(found.equilibrium.disposal[0]).toBeGreaterThanOrEqual(50);
      expect(verifyMarket(market, found.equilibrium).residual).toBeLessThan(1e-9);
    },
  );

  it("without capacity nobody is served and no price is infinite", () => {
    const found = solved({ ...one, nodes: { ...one.nodes, capacity: new Float64Array(1) } });
    expect(sum(found.flow)).toBe(0);
    expect(found.demand[0]).toBe(0);
    expect(found.usePrice[0]).toBeGreaterThan(one.uses.choke[0]);
  });

  it("with every route closed plants stand still", () => {
    const logWeight = new Float64Array(1).fill(-Infinity);
    const found = solved({ ...one, arcs: { ...one.arcs, logWeight } });
    expect([found.demand[0], sum(found.flow)]).toEqual([0, 0]);
    expect(found.residual).toBeLessThan(1e-9);
  });

  it("solves the same shape from a milligram to a gigatonne, and from a cent to a million", () => {
    for (const size of [1e-6, 1, 1e9]) {
      const plants = [{ region: 0, capacity: 1000 * size, cost: 80 }];
      const found = solved(tinyMarket({ plants, demand: [600 * size] }));
      expect(found.level[0] / size).toBeCloseTo(solved(one).level[0], 3);
    }
  });

  it("a plant whose cost is a step does not break it", () => {
    const steep = tinyMarket({ plants: [{ region: 0, capacity: 1000, cost: 80, gamma: 0 }], demand: [600] });
    const result = solveMarket(steep);
    if (result.ok) expect(result.equilibrium.residual).toBeLessThan(1e-9);
    else expect(result.issue.code).toBe("NOT_CONVERGED");
  });

  it("stops when asked to", () => {
    const market = { ...one, wedges: [duty([0], 0.5)] };
    expect(solveMarket(market, { stop: () => true })).toEqual({ ok: false, issue: { code: "TIME_LIMIT" } });
  });
});

describe("neutrality", () => {
  it("splitting a region's plants in two of half the size changes nothing", () => {
    const whole = tinyMarket({
      plants: [
        { region: 0, capacity: 1000, cost: 80 },
        { region: 1, capacity: 600, cost: 70 },
      ],
      demand: [500, 500],
    });
    const halves = tinyMarket({
      plants: [
        { region: 0, capacity: 500, cost: 80 },
        { region: 1, capacity: 600, cost: 70 },
        { region: 2, capacity: 500, cost: 80 },
      ],
      demand: [500, 500, 0],
    });
    const { arcs } = halves;
    const weight = arcs.logWeight.map((_, a) => (arcs.origin[a] === 1 ? 0 : -Math.log(2)));
    const cost = (a: number): number =>
      arcs.buyer[a] === 2 ? 0 : halfFreight(arcs.origin[a], arcs.buyer[a]);
    const halfFreight = (origin: number, buyer: number): number => {
      const home = origin === 1 ? 1 : 0;
      return home === buyer ? 0 : 5;
    };
    const freight = arcs.freight.map((_, a) => cost(a));
    const split = solved({ ...halves, arcs: { ...arcs, logWeight: weight, freight } });
    const before = solved(whole);
    expect(split.originPrice[0]).toBeCloseTo(before.originPrice[0], 7);
    expect(split.originPrice[2]).toBeCloseTo(before.originPrice[0], 7);
    expect(split.originPrice[1]).toBeCloseTo(before.originPrice[1], 7);
    expect(split.level[0] + split.level[2]).toBeCloseTo(before.level[0], 5);
    expect(split.usePrice[1]).toBeCloseTo(before.usePrice[1], 7);
  });

  it("a result does not depend on what was solved before it", () => {
    const { market, originPrice } = generateMarket({
      seed: 3,
      regions: 6,
      goods: 9,
      makers: 0.5,
      sources: 4,
    });
    const base = solved(market, { originPrice });
    const packages = [0, 1, 2, 3].map((seed) =>
      randomPackage(market, base, { ...fullPackage, stock: 0 }, seed),
    );
    const bits = (list: readonly Market[]): Map<Market, string> =>
      new Map(list.map((m) => [m, [...solved(m, { originPrice }).originPrice].join()]));
    const forth = bits(packages);
    const back = bits([...packages].reverse());
    for (const m of packages) expect(back.get(m)).toBe(forth.get(m));
  });

  it("a stored factor leads to the same answer", () => {
    const { market, originPrice } = generateMarket({
      seed: 3,
      regions: 6,
      goods: 9,
      makers: 0.5,
      sources: 4,
    });
    const kept = solveMarket(market, { start: { originPrice, rent: new Float64Array(0) }, keepFactor: true });
    if (!kept.ok) throw new Error(kept.issue.code);
    let [warmFactors, aloneFactors] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const drawn = randomPackage(market, kept.equilibrium, mildPackage, seed);
      const warm = solveMarket(drawn, { start: structuredClone(kept.equilibrium) });
      const alone = solved(drawn, { originPrice });
      if (!warm.ok) throw new Error(warm.issue.code);
      warmFactors += warm.equilibrium.factorisations;
      aloneFactors += alone.factorisations;
      warm.equilibrium.originPrice.forEach((price, o) => {
        expect(Math.abs(price - alone.originPrice[o])).toBeLessThan(1e-6 * (1 + price));
      });
    }
    expect(warmFactors).toBeLessThan(aloneFactors);
  });
});

describe("random markets under random policies", () => {
  const absurd: PackageSize = { duty: 20, specific: 50, controls: 12, floors: 4, contracts: 8, stock: 0.5 };
  it.each([
    ["full", fullPackage, 60],
    ["absurd", absurd, 60],
  ] as const)("%s packages are solved to 1e-9 of capacity or refused with a reason", (_, size, runs) => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 4, max: 9 }),
        (seed, regions, goods) => {
          const { market, originPrice } = generateMarket({ seed, regions, goods, makers: 0.6, sources: 4 });
          const base = solved(market, { originPrice });
          const drawn = randomPackage(market, base, size, seed);
          const result = solveMarket(drawn, { start: { originPrice, rent: new Float64Array(0) } });
          if (!result.ok) {
            refused += 1;
            expect(["INFEASIBLE", "NOT_CONVERGED"]).toContain(result.issue.code);
            return;
          }
          expect(verifyMarket(drawn, result.equilibrium).residual).toBeLessThan(1e-9);
        },
      ),
      { seed: 20260601, numRuns: runs },
    );
    expect(refused).toBeLessThan(0.2 * runs);
  });
});
