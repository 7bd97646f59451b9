import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { baseYearState, buildMarket } from "./build.js";
import { calibrate } from "./calibrate.js";

const calibration = calibrate(toyChain, toyBaseline);
const market = buildMarket(calibration, baseYearState(calibration), 2024);
const at = (space: { count: number; region: Int32Array; good: Int32Array }, region: string, good: string) => {
  const [r, g] = [calibration.regions.indexOf(region), calibration.goods.indexOf(good)];
  return Array.from({ length: space.count }, (_, i) => i).find(
    (i) => space.region[i] === r && space.good[i] === g,
  )!;
};
const buyer = (region: string, good: string) => at(calibration.buyers, region, good);
const arc = (from: string, to: string, good: string) => {
  const b = buyer(to, good);
  const o = at(calibration.origins, from, good);
  for (let a = calibration.arcs.start[b]; a < calibration.arcs.start[b + 1]; a++)
    if (calibration.arcs.origin[a] === o) return a;
  return -1;
};

describe("calibrate", () => {
  it("takes the base use price as the flow-weighted mean of delivered costs", () => {
    // CHN 600 t at 56·1.13 + 0.5, AUS 2,400 t at 60 + 0.5
    expect(calibration.buyers.price[buyer("JPN", "oxide.NdPr")]).toBeCloseTo(
      (600 * (56 * 1.13 + 0.5) + 2400 * 60.5) / 3000,
      12,
    );
  });

  it("taxes on fob where the importer's customs do", () => {
    const price = calibration.buyers.price[buyer("USA", "magnet.NdFeB-high-temperature")];
    const china = 55 + 0.5 + 0.27 * 55;
    expect(price).toBeCloseTo((3000 * china + 1000 * 70.5) / 4000, 12);
  });

  it("sets θ to the base price over the sourcing elasticity", () => {
    const b = buyer("JPN", "oxide.NdPr");
    expect(calibration.buyers.theta[b]).toBeCloseTo(calibration.buyers.price[b] / 20, 12);
  });

  it("makes the base shares the answer at base prices", () => {
    const price = calibration.origins.price;
    for (let b = 0; b < market.buyers.count; b++) {
      if (calibration.buyers.use[b] === 0) continue;
      let total = 0;
      const weights: number[] = [];
      for (let a = market.arcs.start[b]; a < market.arcs.start[b + 1]; a++) {
        const o = market.arcs.origin[a];
        const export_ = taxOf("export-tax", a) * price[o];
        const fob = price[o] + export_;
        const cif = fob + market.arcs.freight[a];
        const cost = cif + taxOf("duty", a) * (market.arcs.dutyOnFob[a] ? fob : cif);
        const weight = Math.exp(market.arcs.logWeight[a] - cost / market.buyers.theta[b]);
        weights.push(weight);
        total += weight;
      }
      weights.forEach((weight, i) => {
        const flow = calibration.arcs.flow[market.arcs.start[b] + i];
        expect((weight / total) * calibration.buyers.use[b]).toBeCloseTo(flow, 6);
      });
      expect(-market.buyers.theta[b] * Math.log(total)).toBeCloseTo(calibration.buyers.price[b], 9);
    }
  });

  it("closes the routes of entrants until they have capacity, and no route of the base year", () => {
    const closed = [...market.arcs.logWeight]
      .map((weight, a) => (weight === -Infinity ? a : -1))
      .filter((a) => a >= 0);
    expect(closed).toContain(arc("USA", "JPN", "metal.NdPr"));
    for (const a of closed) expect(calibration.arcs.flow[a]).toBe(0);
    const open = [...calibration.arcs.flow].flatMap((flow, a) => (flow > 0 ? [a] : []));
    for (const a of open) expect(market.arcs.logWeight[a]).toBeGreaterThan(-Infinity);
  });

  it("runs every base node at its base level", () => {
    const { nodes } = calibration;
    for (let k = 0; k < nodes.count; k++) {
      if (nodes.level[k] === 0) continue;
      let value = 0;
      for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
        value += nodes.outCoefficient[i] * calibration.origins.price[nodes.outOrigin[i]];
      }
      for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
        value -= nodes.inCoefficient[i] * calibration.buyers.price[nodes.inBuyer[i]];
      }
      const margin = value - nodes.cost[k] + market.nodes.support[k];
      const [gamma, cost] = [nodes.gamma[k], nodes.cost[k]];
      const cut = 1 / (1 + Math.exp(cost / gamma));
      const utilisation = (1 / (1 + Math.exp(-margin / gamma)) - cut) / (1 - cut);
      expect(utilisation * nodes.capacity[k], nodes.id[k]).toBeCloseTo(nodes.level[k], 6);
    }
  });

  it("weights grades so that their base shares are the answer at base prices", () => {
    const { uses } = market;
    const u = [...calibration.uses.id].indexOf("ev@JPN");
    const price = (good: string) => calibration.buyers.price[buyer("JPN", good)];
    const [standard, hot] = [price("magnet.NdFeB-standard"), price("magnet.NdFeB-high-temperature")];
    const [first, scale] = [uses.goodStart[u], uses.gradeScale[u]];
    const weights = [standard, hot].map((p, i) => Math.exp(uses.goodWeight[first + i] - p / scale));
    expect(weights[0] / (weights[0] + weights[1])).toBeCloseTo(14000 / 17800, 12);
    expect(-scale * Math.log(weights[0] + weights[1])).toBeCloseTo(uses.basePrice[u], 10);
    expect(uses.basePrice[u]).toBeCloseTo((14000 * standard + 3800 * hot) / 17800, 10);
    expect(uses.choke[u]).toBeCloseTo(uses.basePrice[u] + 400, 10);
  });

  it("ends base support after its last year", () => {
    const k = calibration.nodes.id.indexOf("metal-NdPr@JPN");
    expect(market.nodes.support[k]).toBe(2);
    expect(buildMarket(calibration, baseYearState(calibration), 2027).nodes.support[k]).toBe(2);
    expect(buildMarket(calibration, baseYearState(calibration), 2028).nodes.support[k]).toBe(0);
  });

  it("splitting a supplier in two equal parts leaves the weight of both what it was", () => {
    const half = (k: number) => (id: string) => ({
      ...toyBaseline.nodes[k],
      id,
      capacity: toyBaseline.nodes[k].capacity / 2,
      level: toyBaseline.nodes[k].level / 2,
    });
    const k = toyBaseline.nodes.findIndex((node) => node.id === "metal-NdPr@JPN");
    const nodes = [
      ...toyBaseline.nodes.slice(0, k),
      half(k)("a"),
      half(k)("b"),
      ...toyBaseline.nodes.slice(k + 1),
    ];
    const split = calibrate(toyChain, { ...toyBaseline, nodes });
    expect([...split.arcs.unfamiliarity]).toEqual([...calibration.arcs.unfamiliarity]);
    expect(split.nodes.cost[k]).toBeCloseTo(calibration.nodes.cost[k], 12);
  });

  it("refuses a running plant that earns nothing and has no cost", () => {
    const nodes = toyBaseline.nodes.map((node) =>
      node.id === "metal-NdPr@CHN" ? { ...node, inputs: { "oxide.NdPr": 2 } } : node,
    );
    expect(() => calibrate(toyChain, { ...toyBaseline, nodes })).toThrow("BASE_VALUE_ADDED");
  });
});

function taxOf(kind: string, arc: number): number {
  let rate = 0;
  for (const wedge of market.wedges)
    wedge.arcs.forEach((a, i) => (rate += wedge.kind === kind && a === arc ? wedge.adValorem[i] : 0));
  return rate;
}
