import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toyLab } from "../fixtures/lever-year.js";
import { prepareRun, run, type RunResult } from "../results/index.js";
import { annualStop } from "./annual-stop.js";
import { lostSupply } from "./cover.js";
import { toShockJson } from "./shock-json.js";
import { shock, type ShockResult } from "./shock.js";
import type { ShockSpec } from "./shock-spec.js";
import { yearOfStop } from "./year-of-stop.js";

const { chain, baseline } = toyLab;
const frame = prepareRun(chain, baseline);
const solve = (levers: readonly object[] = []): RunResult =>
  run(chain, baseline, toyLab.scenario(levers, [2024, 2027]), { frame });
const base = solve();
const rule = { drawShare: 0.9, refillMonths: 12 };
const magnets = chain.goods.filter(({ stage }) => stage === "magnet").map(({ id }) => id);
const spec: ShockSpec = {
  by: ["CHN"],
  to: ["USA", "JPN"],
  goods: magnets,
  year: 2026,
  months: 3,
  remaining: 0,
};
const stop = (change: Partial<ShockSpec> = {}, on = base, stores = rule): ShockResult =>
  shock(on, on.levers ?? [], { ...spec, ...change }, stores);
const region = (id: string) => frame.calibration.regions.indexOf(id);
const loss = (result: ShockResult, ids = ["USA", "JPN"]) =>
  ids.reduce((sum, id) => sum + result.loss[region(id)], 0);
const world = ({ loss: by }: ShockResult) => by.reduce((sum, value) => sum + value, 0);

describe("a stop of nothing", () => {
  const cooperation = {
    cooperation: { among: "members", "crisis-sharing": "80%", "recognised-qualification": "50%", from: 2025 },
  };
  const floor = { "price-floor": { good: "oxide.NdPr", at: 90, covers: "members", from: 2025 } };
  const policies: Readonly<Record<string, object[]>> = {
    none: [],
    "crisis sharing": [cooperation],
    floors: [floor],
  };

  it.each(Object.keys(policies))("changes nothing, to the bit, under %s", (name) => {
    const on = solve(policies[name]);
    const nothing: Partial<ShockSpec>[] = [
      { months: 0 },
      { remaining: 1 },
      { to: [] },
      { by: [] },
      { goods: [] },
      { by: ["AUS"], goods: magnets },
    ];
    for (const change of nothing) {
      const result = stop(change, on);
      for (const { step } of result.months) expect(step).toBe(result.before);
      for (const values of [result.loss, result.valueAddedAtRisk])
        expect(Math.max(...values.map(Math.abs))).toBe(0);
    }
  });

  it("is next to nothing where next to nothing is lost", () => {
    const [whole, least] = [loss(stop()), loss(stop({ remaining: 0.999 }))];
    expect(Math.abs(least)).toBeLessThan(0.01 * whole);
  });
});

describe("as a stop grows", () => {
  const part = fc.double({ min: 0, max: 0.95, noNaN: true });

  it("less that comes never costs the stopped less (property)", () => {
    fc.assert(
      fc.property(part, part, (one, other) => {
        const [more, less] = [Math.max(one, other), Math.min(one, other)];
        expect(loss(stop({ remaining: less }))).toBeGreaterThanOrEqual(loss(stop({ remaining: more })) - 1);
      }),
      { seed: 81, numRuns: 6 },
    );
  });

  it("each month more costs the world more", () => {
    const costs = [1, 2, 4, 8].map((months) => world(stop({ months })));
    costs.slice(1).forEach((cost, i) => {
      expect(cost).toBeGreaterThan(costs[i]);
    });
  });

  it("more goods stopped never cost the stopped less", () => {
    const one = loss(stop({ goods: magnets.slice(0, 1) }));
    expect(loss(stop())).toBeGreaterThan(one);
    expect(one).toBeGreaterThan(0);
  });

  it("stopping one alone costs it more than nobody, and others at most gain by what it does without", () => {
    const alone = stop({ to: ["USA"] });
    expect(alone.loss[region("USA")]).toBeGreaterThan(0);
    expect(world(alone)).toBeGreaterThan(0);
    expect(world(alone)).toBeLessThanOrEqual(world(stop()));
  });
});

describe("a stop in two halves", () => {
  it("by months that find the same stores is twice a half: where nothing is stored, losses add up", () => {
    const bare = { drawShare: 0, refillMonths: 12 };
    const [three, six] = [stop({ months: 3 }, base, bare), stop({ months: 6 }, base, bare)];
    three.loss.forEach((value, r) => {
      expect(six.loss[r]).toBeCloseTo(2 * value, 6);
      expect(six.valueAddedAtRisk[r]).toBeCloseTo(2 * three.valueAddedAtRisk[r], 6);
    });
    expect(six.months).toHaveLength(6);
  });

  it("of a year without stores is twelve months without stores, taken together", () => {
    const bare = { drawShare: 0, refillMonths: 12 };
    const year = yearOfStop(base, [], 2026);
    const annual = annualStop(year, spec, bare);
    const monthly = stop({ months: 12 }, base, bare);
    monthly.loss.forEach((value, r) => {
      expect(annual.loss[r]).toBeCloseTo(value, 4);
    });
  });

  it("by parties names the routes once: what is lost adds up", () => {
    const { market, equilibrium } = stop().before;
    const lost = (to: readonly string[]) => lostSupply(market, equilibrium, { ...spec, to });
    const [both, usa, japan] = [lost(["USA", "JPN"]), lost(["USA"]), lost(["JPN"])];
    both.forEach((tonnes, b) => {
      expect(tonnes).toBeCloseTo(usa[b] + japan[b], 9);
    });
  });
});

describe("stores", () => {
  it("that replace more of what is lost save the users while they last", () => {
    const risk = (drawShare: number) =>
      stop({ months: 1 }, base, { drawShare, refillMonths: 12 }).valueAddedAtRisk[region("USA")];
    const risks = [0, 0.3, 0.6, 0.9].map(risk);
    risks.slice(1).forEach((value, i) => {
      expect(value).toBeLessThan(risks[i]);
    });
  });

  it("of a public stock help the holder, and are filled again", () => {
    const stocked = solve([{ stockpile: { holder: "JPN", goods: magnets, fill: "3000 t/y", from: 2025 } }]);
    const [with_, without] = [stop({ months: 6 }, stocked), stop({ months: 6 })];
    const unmet = (result: ShockResult) => result.valueAddedAtRisk[region("JPN")];
    expect(unmet(with_)).toBeLessThan(unmet(without));
    const held = (at: number) => with_.months.at(at)!.stores.reduce((sum, tonnes) => sum + tonnes, 0);
    expect(held(5)).toBeLessThan(held(-1));
  });
});

describe("what is told of a stop", () => {
  it("is finite in every month, with identities that hold, at every size and under crisis sharing", () => {
    const shared = solve([{ cooperation: { among: "members", "crisis-sharing": "100%", from: 2025 } }]);
    for (const [on, change] of [
      [base, {}],
      [base, { remaining: 0.4, months: 1 }],
      [base, { goods: ["oxide.NdPr", "metal.NdPr"], to: ["USA", "JPN", "AUS"] }],
      [shared, { to: ["JPN"], months: 6 }],
    ] as const) {
      const json = toShockJson(stop(change, on));
      for (const gap of Object.values(json.identities)) expect(gap).toBeLessThan(1e-9);
      for (const { values } of json.series)
        for (const value of values) expect(Number.isFinite(value)).toBe(true);
      for (const totals of Object.values(json.totals))
        for (const value of Object.values(totals)) expect(Number.isFinite(value)).toBe(true);
      for (const value of Object.values(json.totals.valueAddedAtRisk))
        expect(value).toBeGreaterThanOrEqual(0);
    }
  });
});
