import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demandIndex, toyBaseline, toyChain } from "../fixtures/toy.js";
import type { CompiledLever } from "../levers/lever.js";
import { endStocks } from "./end-stocks.js";
import { run } from "./run.js";
import type { RunOptions, RunResult } from "./run-result.js";
import { valueOf } from "./series.js";

const members = ["USA", "JPN", "AUS"];
const flatWorld = {
  ...toyBaseline,
  demandIndex: demandIndex(0),
  nodes: toyBaseline.nodes.map((node) => ({ ...node, support: node.support, supportUntil: 2040 })),
};
const lever = (id: string, parts: Partial<CompiledLever>): CompiledLever => ({
  id,
  kind: id,
  from: 2026,
  to: 2040,
  warnings: [],
  ...parts,
});
const solve = (
  levers: readonly CompiledLever[] = [],
  baseline = toyBaseline,
  options: RunOptions = {},
): RunResult => run(toyChain, baseline, { name: "test", levers, horizon: [2024, 2040], members }, options);
const capacityOf = (result: RunResult, id: string, year: number): number => {
  const step = result.steps.find((done) => done.year === year)!;
  return step.market.nodes.capacity[result.frame.calibration.nodes.id.indexOf(id)];
};
const floor = (strike: number, to = 2060) =>
  lever("price-floor", {
    to,
    market(edit) {
      const origin = edit.originIndex("AUS", "oxide.NdPr")!;
      for (const node of edit.nodes({ regions: ["AUS"], outputs: ["oxide.NdPr"] }))
        edit.contract({
          lever: "price-floor",
          node,
          good: edit.market.goods.indexOf("oxide.NdPr"),
          coverage: 1,
          strike,
          indexOrigin: origin,
          indexFactor: 1,
          upsideStrike: Infinity,
          upsideShare: 0,
          payers: [{ region: 3, share: 1 }],
        });
    },
  });
const tariff = lever("tariff", {
  market(edit) {
    const goods = ["magnet.NdFeB-standard", "magnet.NdFeB-high-temperature"];
    edit.duty("tariff", edit.arcs({ goods, from: ["CHN"], to: members }), 0.25, 0);
  },
});

describe("a run", () => {
  it("returns the balanced base year to 1e-8 in its first year", () => {
    const { frame, steps } = solve();
    const { origins, arcs, nodes } = frame.calibration;
    const { originPrice, flow, level } = steps[0].equilibrium;
    origins.price.forEach((price, o) => {
      if (price > 0) expect(Math.abs(originPrice[o] / price - 1)).toBeLessThan(1e-8);
    });
    arcs.flow.forEach((base, a) => {
      expect(Math.abs(flow[a] - base)).toBeLessThan(1e-8 * Math.max(1, base) + 1e-5);
    });
    nodes.level.forEach((base, k) => {
      expect(Math.abs(level[k] - base)).toBeLessThan(1e-8 * Math.max(1, base));
    });
  });

  it("builds nothing and keeps prices where demand is flat and no lever acts", () => {
    const result = solve([], flatWorld);
    expect(result.end.vintages).toEqual([]);
    const [first, last] = [result.steps[0], result.steps.at(-1)!];
    first.equilibrium.originPrice.forEach((price, o) => {
      expect(Math.abs(last.equilibrium.originPrice[o] - price) / Math.max(1, price)).toBeLessThan(1e-7);
    });
  });

  it("completes the base pipeline to its announced shares where demand grows as foreseen", () => {
    const result = solve();
    expect(capacityOf(result, "fort-worth", 2025)).toBe(0);
    expect(capacityOf(result, "fort-worth", 2026)).toBeCloseTo(0.8 * 4000, 6);
    expect(capacityOf(result, "kalgoorlie-two", 2027)).toBe(0);
    expect(capacityOf(result, "kalgoorlie-two", 2028)).toBeGreaterThan(0);
  });

  it("keeps its identities in every year, with every instrument at once", () => {
    const result = solve([floor(110), tariff, stockpile(), cooperation(-0.02)]);
    for (const { identities, year } of result.steps)
      for (const [name, violation] of Object.entries(identities))
        expect(violation, `${name} ${year}`).toBeLessThan(1e-9);
    expect(result.solver.maxResidual).toBeLessThan(1e-9);
  });

  it("keeps its identities over random packages", () => {
    const packages = fc.record({
      strike: fc.double({ min: 0, max: 400, noNaN: true }),
      points: fc.double({ min: -0.05, max: 0, noNaN: true }),
      from: fc.integer({ min: 2025, max: 2035 }),
      to: fc.integer({ min: 2036, max: 2050 }),
    });
    fc.assert(
      fc.property(packages, ({ strike, points, from, to }) => {
        const levers = [floor(strike, to), tariff, cooperation(points)].map((one) => ({ ...one, from }));
        const { mass, value, money, welfare } = solve(levers).identities;
        expect(Math.max(mass, value, money, welfare)).toBeLessThan(1e-9);
      }),
      { seed: 41, numRuns: 8 },
    );
  });

  it("gives the same bits for the same input, whatever was solved before", () => {
    const first = solve([floor(110), tariff]);
    solve([cooperation(-0.04)]);
    const second = solve([floor(110), tariff]);
    first.steps.forEach(({ equilibrium, accounts }, i) => {
      expect(second.steps[i].equilibrium.originPrice).toEqual(equilibrium.originPrice);
      expect(second.steps[i].equilibrium.flow).toEqual(equilibrium.flow);
      expect(second.steps[i].accounts.welfare).toEqual(accounts.welfare);
    });
  });

  it("stops with a reason and no numbers when time is up", () => {
    expect(() => solve([], toyBaseline, { stop: () => true })).toThrow("TIME_LIMIT");
  });
});

describe("a public stock", () => {
  it("is built and released, and what is left is valued at the lower of cost and price", () => {
    const result = solve([stockpile()]);
    const bought = 6 * 100;
    const released = Math.min(bought, 9 * 80);
    expect(result.end.stocks[0].quantity).toBeCloseTo(bought - released, 9);
    const kept = solve([{ ...stockpile(), to: 2030 }]);
    const [stock] = endStocks(kept);
    expect(stock).toMatchObject({ lever: "stockpile", good: "oxide.NdPr", region: "JPN", quantity: 500 });
    expect(stock.value).toBeLessThanOrEqual(kept.end.stocks[0].cost);
    expect(stock.value).toBeGreaterThan(0);
  });
});

describe("investment", () => {
  const started = (result: RunResult, id: string) =>
    result.end.vintages.filter(({ node }) => result.frame.calibration.nodes.id[node] === id);

  it("brings capacity under a floor whose term covers the plant, after the lead time and not before", () => {
    const [plain, supported] = [solve([], flatWorld), solve([floor(140)], flatWorld)];
    expect(capacityOf(plain, "kalgoorlie-two", 2040)).toBe(0);
    const [first] = started(supported, "kalgoorlie-two");
    expect(first.started).toBe(2026);
    expect(first.service).toBe(2028);
    expect(capacityOf(supported, "kalgoorlie-two", 2027)).toBe(0);
    expect(capacityOf(supported, "kalgoorlie-two", 2028)).toBeGreaterThan(0);
  });

  it("does not build for a floor that ends before the plant serves", () => {
    const brief = solve([floor(140, 2027)], flatWorld);
    const underFloor = started(brief, "kalgoorlie-two").filter(({ started: year }) => year <= 2027);
    expect(underFloor).toEqual([]);
  });

  it("builds less when investors expect a relapse", () => {
    const [trusting, wary] = (["adaptive", "relapse"] as const).map((expectations) =>
      solve([floor(100)], flatWorld, { expectations }),
    );
    expect(capacityOf(wary, "kalgoorlie-two", 2040)).toBeLessThan(
      capacityOf(trusting, "kalgoorlie-two", 2040),
    );
  });

  it("begins before an announced floor does, where investors foresee it", () => {
    const late = { ...floor(140), from: 2030 };
    const first = (expectations: "adaptive" | "announced") =>
      Math.min(
        ...started(solve([late], flatWorld, { expectations }), "kalgoorlie-two").map(
          (plant) => plant.started,
        ),
      );
    expect(first("adaptive")).toBe(2030);
    expect(first("announced")).toBeLessThan(2030);
  });

  it("does not fall with cheaper capital in the first year it counts", () => {
    const [plain, cheaper] = [solve(), solve([cooperation(-0.03)])];
    plain.frame.investors.forEach(({ region }, i) => {
      const [before, after] = [plain, cheaper].map(
        ({ steps }) => steps.find(({ year }) => year === 2026)!.nextState.goneAhead[i],
      );
      if (region !== 0) expect(after).toBeGreaterThanOrEqual(before);
    });
    const built = ({ end, frame }: RunResult) =>
      end.vintages.filter(
        ({ node, started: year }) => year === 2026 && frame.calibration.nodes.region[node] === 3,
      );
    const total = (result: RunResult) => built(result).reduce((sum, { capacity }) => sum + capacity, 0);
    expect(total(cheaper)).toBeGreaterThanOrEqual(total(plain));
  });

  it("never builds a project far under water, however many years pass", () => {
    const projects = toyBaseline.projects.map((project) =>
      project.id === "kalgoorlie-two" ? { ...project, capitalCost: 25 * 40 } : project,
    );
    const result = solve([], { ...toyBaseline, projects });
    expect(capacityOf(result, "kalgoorlie-two", 2040)).toBe(0);
  });

  it("charges the annuity in each year of service and pays its support out of the treasury", () => {
    const result = solve([cooperation(-0.03)]);
    const [plant] = result.end.vintages.filter(({ support }) => support.length > 0);
    const year = result.steps.find((done) => done.year === plant.service)!;
    expect(plant.support[0].lever).toBe("cooperation");
    expect(plant.support[0].perTonne).toBeGreaterThan(0);
    expect(plant.support[0].perTonne).toBeLessThan(plant.charge);
    expect(year.accounts.payments.get("cooperation")?.some((paid) => paid > 0)).toBe(true);
    const before = result.steps.find((done) => done.year === plant.service - 1)!;
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(year.accounts.capitalCharge)).toBeGreaterThan(sum(before.accounts.capitalCharge));
  });

  it("delays service by the stated years", () => {
    const late = lever("delay", {
      terms: (terms) => terms.delays.push({ lever: "delay", regions: ["AUS"], stages: ["oxide"], years: 2 }),
      from: 2024,
    });
    const service = (result: RunResult) =>
      Math.min(...started(result, "kalgoorlie-two").map((plant) => plant.service));
    expect(service(solve([late]))).toBe(service(solve()) + 2);
  });
});

describe("splitting a region in two", () => {
  it("changes nothing for anyone", () => {
    const [whole, split] = [
      solve([tariff]),
      run(...splitAustralia(), {
        name: "split",
        levers: [tariffOn(["USA", "JPN", "AUS", "AUW"])],
        horizon: [2024, 2040],
        members,
      }),
    ];
    for (const reference of [
      "price[oxide.NdPr,CHN,2035]",
      "price[magnet.NdFeB-standard,USA,2040]",
      "production[oxide.Dy,CHN,2030]",
    ]) {
      expect(valueOf(split, reference)! / valueOf(whole, reference)!).toBeCloseTo(1, 7);
    }
  });
});

function tariffOn(importers: readonly string[]): CompiledLever {
  return lever("tariff", {
    market(edit) {
      const goods = ["magnet.NdFeB-standard", "magnet.NdFeB-high-temperature"];
      edit.duty("tariff", edit.arcs({ goods, from: ["CHN"], to: importers }), 0.25, 0);
    },
  });
}

/** Australia cut into two halves alike: half of every plant, flow and use each; its own flows stay inside each half. */
function splitAustralia(): [typeof toyChain, typeof toyBaseline] {
  const half = toyChain.regions.find(({ id }) => id === "AUS")!;
  const chain = { ...toyChain, regions: [...toyChain.regions, { ...half, id: "AUW" }] };
  const halves = (region: string) => (region === "AUS" ? ["AUS", "AUW"] : [region]);
  const share = (region: string) => 1 / halves(region).length;
  const scaled = (goods: Readonly<Record<string, number>>, part: number) =>
    Object.fromEntries(Object.entries(goods).map(([good, amount]) => [good, amount * part]));
  const baseline: typeof toyBaseline = {
    ...toyBaseline,
    nodes: toyBaseline.nodes.flatMap((node) =>
      halves(node.region).map((region) => ({
        ...node,
        id: `${node.technology}@${region}`,
        region,
        capacity: node.capacity * share(node.region),
        level: node.level * share(node.region),
      })),
    ),
    origins: toyBaseline.origins.flatMap((origin) =>
      halves(origin.region).map((region) => ({
        ...origin,
        region,
        disposal: origin.disposal * share(origin.region),
        recycled: origin.recycled * share(origin.region),
      })),
    ),
    flows: toyBaseline.flows.flatMap((flow) =>
      halves(flow.from).flatMap((from) =>
        halves(flow.to).map((to) => ({
          ...flow,
          from,
          to,
          quantity: flow.quantity * share(flow.from) * share(flow.to),
          freight: flow.from === "AUS" && flow.to === "AUS" ? 0 : flow.freight,
        })),
      ),
    ),
    wedges: toyBaseline.wedges.flatMap((wedge) =>
      halves(wedge.from).flatMap((from) => halves(wedge.to).map((to) => ({ ...wedge, from, to }))),
    ),
    uses: toyBaseline.uses.flatMap((use) =>
      halves(use.region).map((region) => ({ ...use, region, goods: scaled(use.goods, share(use.region)) })),
    ),
    projects: toyBaseline.projects.flatMap((project) =>
      halves(project.region).map((region) => ({
        ...project,
        id: region === "AUW" ? `${project.id}-west` : project.id,
        region,
        capacity: project.capacity * share(project.region),
      })),
    ),
    demandIndex: {
      years: toyBaseline.demandIndex.years,
      rows: toyBaseline.demandIndex.rows.flatMap((row) =>
        halves(row.region).map((region) => ({ ...row, region })),
      ),
    },
  };
  return [chain, baseline];
}

function stockpile(): CompiledLever {
  return lever("stockpile", {
    market(edit, year) {
      const quantity = year < 2032 ? 100 : -80;
      edit.stock("stockpile", edit.buyerIndex("JPN", "oxide.NdPr")!, quantity, [{ region: 2, share: 1 }]);
    },
  });
}

function cooperation(points: number): CompiledLever {
  return lever("cooperation", {
    terms(terms) {
      const stages = ["concentrate", "oxide", "metal", "magnet"];
      terms.capitalPoints.push({ lever: "cooperation", regions: members, stages, points, payers: members });
      terms.sharedKnowHow.push({ lever: "cooperation", regions: members, annualCost: 5 });
    },
  });
}
