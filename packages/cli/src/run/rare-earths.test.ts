import { describe, expect, it } from "vitest";
import { laboratory } from "./laboratory.js";

const lab = await laboratory({});
/** Demand as in the base year for ever, and base support that does not end. */
const flat = {
  ...lab.baseline,
  nodes: lab.baseline.nodes.map((node) => ({ ...node, supportUntil: 2040 })),
  demandIndex: {
    years: lab.baseline.demandIndex.years,
    rows: lab.baseline.demandIndex.rows.map((row) => ({ ...row, values: row.values.map(() => 1) })),
  },
};

describe("the rare-earth chain without levers", () => {
  it("returns the balanced base year to 1e-8", async () => {
    const { run } = await import("@didym/core/results");
    const result = run(lab.chain, lab.baseline, {
      name: "none",
      levers: [],
      horizon: [2024, 2024],
      members: [],
    });
    const { origins, arcs, nodes, uses } = result.frame.calibration;
    const { originPrice, flow, level, demand } = result.steps[0].equilibrium;
    const relative = (found: number, base: number, least: number) =>
      Math.abs(found - base) / Math.max(Math.abs(base), least);
    origins.price.forEach((price, o) => {
      const { region, good } = origins;
      const name = `${result.frame.calibration.goods[good[o]]} of ${result.frame.calibration.regions[region[o]]}`;
      if (price > 0) expect(relative(originPrice[o], price, 1), name).toBeLessThan(1e-8);
    });
    arcs.flow.forEach((base, a) => {
      expect(relative(flow[a], base, 1)).toBeLessThan(1e-6);
    });
    nodes.level.forEach((base, k) => {
      expect(relative(level[k], base, 1), nodes.id[k]).toBeLessThan(1e-7);
    });
    uses.quantity.forEach((base, u) => {
      expect(relative(demand[u], base, 1), uses.id[u]).toBeLessThan(1e-8);
    });
  });

  it("builds nothing and keeps prices where demand is flat", async () => {
    const { run } = await import("@didym/core/results");
    const result = run(lab.chain, flat, { name: "flat", levers: [], horizon: [2024, 2030], members: [] });
    expect(result.end.vintages.map(({ node }) => result.frame.calibration.nodes.id[node])).toEqual([]);
    const [first, last] = [result.steps[0], result.steps.at(-1)!].map(
      ({ equilibrium }) => equilibrium.originPrice,
    );
    first.forEach((price, o) => {
      expect(Math.abs(last[o] - price) / Math.max(1, price)).toBeLessThan(1e-6);
    });
  });

  it("keeps the identities in every year", async () => {
    const { run } = await import("@didym/core/results");
    const { identities, years } = run(lab.chain, lab.baseline, {
      name: "none",
      levers: [],
      horizon: [2024, 2040],
      members: [],
    });
    expect(years).toHaveLength(17);
    for (const violation of Object.values(identities)) expect(violation).toBeLessThan(1e-9);
  });
});
