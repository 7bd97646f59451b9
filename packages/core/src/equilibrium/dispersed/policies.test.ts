import { describe, expect, it } from "vitest";
import type { BorderFloor, Contract, Market } from "../../market/market.js";
import { tinyMarket } from "../testing/tiny-market.js";
import { duty, quota, solved, sum } from "../testing/solved.js";
import { solveMarket } from "./solve-market.js";

/** Region 0 makes much at a low cost, region 1 little at a high one; both use the good. Arcs: 0→0, 1→0, 0→1, 1→1. */
const two = tinyMarket({
  plants: [
    { region: 0, capacity: 2000, cost: 60 },
    { region: 1, capacity: 500, cost: 95 },
  ],
  demand: [800, 600],
});
const free = solved(two);
const IMPORT = 2;

describe("wedges", () => {
  it("a duty lowers the taxed flow, the price of its origin, and raises the price at home", () => {
    const found = solved({ ...two, wedges: [duty([IMPORT], 0.25)] });
    expect(found.flow[IMPORT]).toBeLessThan(free.flow[IMPORT]);
    expect(found.originPrice[0]).toBeLessThan(free.originPrice[0]);
    expect(found.originPrice[1]).toBeGreaterThan(free.originPrice[1]);
    expect(found.level[1]).toBeGreaterThan(free.level[1]);
  });

  it("is charged on fob or on cif, after an export tax", () => {
    const tax: Market["wedges"][number] = { ...duty([IMPORT], 0.1, 2), lever: "tax", kind: "export-tax" };
    for (const onFob of [0, 1]) {
      const market = {
        ...two,
        arcs: { ...two.arcs, dutyOnFob: Uint8Array.of(0, 0, onFob, 0) },
        wedges: [tax, duty([IMPORT], 0.2, 3)],
      };
      const found = solved(market);
      const fob = found.originPrice[0] * 1.1 + 2;
      const cif = fob + 5;
      expect(found.deliveredCost[IMPORT]).toBeCloseTo(cif + 0.2 * (onFob === 1 ? fob : cif) + 3, 9);
    }
  });

  it("two wedges on one arc add up", () => {
    const once = solved({ ...two, wedges: [duty([IMPORT], 0.3, 4)] });
    const twice = solved({ ...two, wedges: [duty([IMPORT], 0.1, 4), duty([IMPORT], 0.2)] });
    expect(twice.originPrice[0]).toBeCloseTo(once.originPrice[0], 8);
  });
});

describe("quantity controls", () => {
  it("a quota that does not bind changes nothing", () => {
    const found = solved({ ...two, controls: [quota([IMPORT], 2 * free.flow[IMPORT])] });
    expect(found.rent[0]).toBe(0);
    expect(found.originPrice[0]).toBeCloseTo(free.originPrice[0], 8);
  });

  it("a binding quota is filled and its rent is the gap it makes", () => {
    const limit = 0.5 * free.flow[IMPORT];
    const found = solved({ ...two, controls: [quota([IMPORT], limit)] });
    expect(found.flow[IMPORT] / limit).toBeCloseTo(1, 9);
    expect(found.rent[0]).toBeGreaterThan(0);
    expect(found.deliveredCost[IMPORT]).toBeCloseTo(found.originPrice[0] + 5 + found.rent[0], 9);
  });

  it("an exporter's rent is dutiable, an importer's is not", () => {
    const limit = 0.5 * free.flow[IMPORT];
    const cost = (rentTo: "exporter" | "importer"): [number, number] => {
      const found = solved({
        ...two,
        wedges: [duty([IMPORT], 0.2)],
        controls: [quota([IMPORT], limit, { rentTo })],
      });
      const before = (found.originPrice[0] + 5) * 1.2;
      return [found.rent[0], found.deliveredCost[IMPORT] - before];
    };
    const [exporter, onCost] = cost("exporter");
    expect(onCost).toBeCloseTo(1.2 * exporter, 8);
    const [importer, alone] = cost("importer");
    expect(alone).toBeCloseTo(importer, 8);
  });

  it("a quota of nothing closes the route, on arcs and on plants", () => {
    const found = solved({ ...two, controls: [quota([IMPORT], 0)] });
    expect([found.flow[IMPORT], found.rent[0]]).toEqual([0, 0]);
    const idle = solved({ ...two, controls: [quota([1], 0, { on: "node" })] });
    expect(idle.level[1]).toBe(0);
    expect(idle.flow[1] + idle.flow[3]).toBe(0);
  });

  it("quotas may be pooled, overlap, or bind the same flow twice", () => {
    const half = 0.5 * (free.flow[IMPORT] + free.flow[0]);
    const pooled = solved({ ...two, controls: [quota([0, IMPORT], half)] });
    expect((pooled.flow[0] + pooled.flow[IMPORT]) / half).toBeCloseTo(1, 9);
    const limit = 0.5 * free.flow[IMPORT];
    const same = solved({ ...two, controls: [quota([IMPORT], limit), quota([IMPORT], limit)] });
    expect(same.flow[IMPORT] / limit).toBeCloseTo(1, 9);
    expect(same.residual).toBeLessThan(1e-9);
  });

  it("an output quota holds a plant's level with its own rent", () => {
    const limit = 0.7 * free.level[0];
    const found = solved({ ...two, controls: [quota([0], limit, { on: "node" })] });
    expect(found.level[0] / limit).toBeCloseTo(1, 9);
    expect(found.rent[0]).toBeGreaterThan(0);
    expect(found.originPrice[0]).toBeGreaterThan(free.originPrice[0]);
  });

  it("a tariff-rate quota: under the quota no rent, at it a rent in between, over it the whole duty difference", () => {
    const cap = 20;
    const at = (limit: number) =>
      solved({ ...two, controls: [quota([IMPORT], limit, { cap, rentTo: "importer" })] });
    const over = solved({ ...two, wedges: [duty([IMPORT], 0, cap)] });
    const under = at(1.1 * free.flow[IMPORT]);
    expect(under.rent[0]).toBe(0);
    const between = at(0.5 * (free.flow[IMPORT] + over.flow[IMPORT]));
    expect(between.rent[0]).toBeGreaterThan(0);
    expect(between.rent[0]).toBeLessThan(cap);
    const above = at(0.5 * over.flow[IMPORT]);
    expect(above.rent[0]).toBe(cap);
    expect(above.flow[IMPORT]).toBeCloseTo(over.flow[IMPORT], 5);
  });

  it("a content rule holds its share and raises no money", () => {
    const share = 0.6;
    const rule = quota([IMPORT, 3], 0, {
      neutral: true,
      coefficient: Float64Array.of(share, share - 1),
      rentTo: "importer",
    });
    const found = solved({ ...two, controls: [rule] });
    expect(found.flow[3] / (found.flow[IMPORT] + found.flow[3])).toBeCloseTo(share, 8);
    const paid = found.rent[0] * (share * found.flow[IMPORT] + (share - 1) * found.flow[3]);
    expect(Math.abs(paid)).toBeLessThan(1e-5);
  });
});

describe("price floors", () => {
  const contract = (more: Partial<Contract>): Market => ({
    ...two,
    contracts: [
      {
        lever: "floor",
        node: 1,
        good: 0,
        coverage: 1,
        strike: 130,
        indexOrigin: 1,
        indexFactor: 1,
        upsideStrike: Infinity,
        upsideShare: 0,
        payers: [{ region: 1, share: 1 }],
        ...more,
      },
    ],
  });

  it("a contract for difference raises covered output and lowers the price where it pays", () => {
    const found = solved(contract({}));
    expect(found.level[1]).toBeGreaterThan(free.level[1]);
    expect(found.originPrice[1]).toBeLessThan(free.originPrice[1]);
    const net = found.originPrice[1] + (130 - found.originPrice[1]);
    const use = found.level[1] / 500;
    const cut = 1 / (1 + Math.exp(95 / 20));
    expect(use).toBeCloseTo((1 / (1 + Math.exp(-(net - 95) / 20)) - cut) / (1 - cut), 9);
  });

  it("pays nothing where its index is above the strike", () => {
    expect(solved(contract({ strike: 50 })).level[1]).toBeCloseTo(free.level[1], 6);
  });

  it("on a foreign index pays the gap to that index, whatever the own price", () => {
    const found = solved(contract({ indexOrigin: 0, indexFactor: 1.13 }));
    const topUp = 130 - 1.13 * found.originPrice[0];
    expect(topUp).toBeGreaterThan(0);
    const withSupport = solved({ ...two, nodes: { ...two.nodes, support: Float64Array.of(0, topUp) } });
    expect(withSupport.originPrice[1]).toBeCloseTo(found.originPrice[1], 7);
  });

  it("gives back the upside share", () => {
    const found = solved(contract({ strike: 0, upsideStrike: 40, upsideShare: 0.5 }));
    expect(found.level[1]).toBeLessThan(free.level[1]);
  });

  it("a border floor lifts the landed cost to the reference and leaves dearer goods alone", () => {
    const border = (reference: number): BorderFloor => ({
      lever: "border",
      arcs: Int32Array.of(IMPORT),
      reference: Float64Array.of(reference),
      exporterShare: 0.5,
    });
    const found = solved({ ...two, borderFloors: [border(140)] });
    expect(found.deliveredCost[IMPORT]).toBe(140);
    expect(found.floorGap[0]).toBeCloseTo(140 - found.originPrice[0] - 5, 9);
    expect(found.originPrice[1]).toBeGreaterThan(free.originPrice[1]);
    const idle = solved({ ...two, borderFloors: [border(20)] });
    expect(idle.floorGap[0]).toBe(0);
    expect(idle.originPrice[1]).toBeCloseTo(free.originPrice[1], 8);
    const both = solved({ ...two, borderFloors: [border(120), border(140)] });
    expect(sum(both.floorGap)).toBeCloseTo(found.floorGap[0], 7);
  });
});

describe("stock", () => {
  it("a purchase raises the price, a release lowers it", () => {
    const stock = (quantity: number): Market => ({
      ...two,
      buyers: { ...two.buyers, stockBuild: Float64Array.of(0, quantity) },
    });
    expect(solved(stock(100)).originPrice[1]).toBeGreaterThan(free.originPrice[1]);
    expect(solved(stock(-100)).originPrice[1]).toBeLessThan(free.originPrice[1]);
  });

  it("a release larger than use drives the price down until all of it is used, and nothing is bought", () => {
    const found = solved({ ...two, buyers: { ...two.buyers, stockBuild: Float64Array.of(0, -1200) } });
    expect(found.demand[1]).toBeCloseTo(1200, 4);
    expect(found.flow[IMPORT] + found.flow[3]).toBeLessThan(1e-6);
    expect(found.usePrice[1]).toBeLessThan(100);
  });

  it("lives on stock alone where every route is closed", () => {
    const logWeight = two.arcs.logWeight.slice();
    logWeight.fill(-Infinity, 2);
    const found = solved({
      ...two,
      arcs: { ...two.arcs, logWeight },
      buyers: { ...two.buyers, stockBuild: Float64Array.of(0, -200) },
    });
    expect(found.demand[1]).toBeCloseTo(200, 5);
    expect(found.usePrice[1]).toBeGreaterThan(100);
    expect(found.usePrice[1]).toBeLessThan(1000);
  });

  it("cannot be bought where no route leads, nor beyond all capacity", () => {
    const logWeight = two.arcs.logWeight.slice();
    logWeight.fill(-Infinity, 2);
    const closed = { ...two, arcs: { ...two.arcs, logWeight } };
    const bought = { ...two.buyers, stockBuild: Float64Array.of(0, 10) };
    expect(solveMarket({ ...closed, buyers: bought })).toMatchObject({
      ok: false,
      issue: { code: "INFEASIBLE" },
    });
    const beyond = { ...two.buyers, stockBuild: Float64Array.of(0, 3000) };
    expect(solveMarket({ ...two, buyers: beyond })).toMatchObject({
      ok: false,
      issue: { code: "INFEASIBLE", details: { reason: "purchase-beyond-supply" } },
    });
  });
});
