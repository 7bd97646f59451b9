import { describe, expect, it } from "vitest";
import { toyLab } from "../fixtures/lever-year.js";
import { solveMarket } from "../equilibrium/index.js";
import { prepareRun, run } from "../results/index.js";
import { comingProtections } from "./coming-protection.js";
import { bareMargin } from "./expected-profit.js";
import { believedTerms } from "./foresight.js";
import type { Expectations } from "./parameters.js";
import type { WhatIf } from "./protection.js";

const { chain, baseline } = toyLab;
const frame = prepareRun(chain, baseline);
const solve = (levers: readonly object[], expectations: Expectations, last = 2031) =>
  run(chain, baseline, toyLab.scenario(levers, [2024, last]), { frame, expectations });
const duty = (from: number, to?: number, rate = "60%") => ({
  tariff: {
    importers: "members",
    exporters: "CHN",
    goods: "magnet.*",
    rate,
    from,
    ...(to !== undefined && { to }),
  },
});
/** Magnet capacity that members begin from a year to a year, t/y. */
const begun = (levers: readonly object[], expectations: Expectations, from: number, to: number) => {
  const { nodes, regions } = frame.calibration;
  return solve(levers, expectations)
    .steps.at(-1)!
    .nextState.vintages.filter(
      ({ node, started }) =>
        nodes.technology[node].kind === "magnet" &&
        regions[nodes.region[node]] !== "CHN" &&
        started >= from &&
        started <= to,
    )
    .reduce((sum, { capacity }) => sum + capacity, 0);
};

describe("a duty announced for the years of building", () => {
  it("is built for before it comes by those who foresee it, and by nobody else", () => {
    const before = (levers: readonly object[], expectations: Expectations) =>
      begun(levers, expectations, 2025, 2027);
    expect(before([duty(2028)], "announced")).toBeGreaterThan(1.02 * before([], "announced"));
    expect(before([duty(2028)], "adaptive")).toBe(before([], "adaptive"));
    expect(before([duty(2028)], "relapse")).toBe(before([], "relapse"));
  });

  it("calls forth less where it ends soon, and nothing where it ends before a plant could run", () => {
    const early = (levers: readonly object[]) => begun(levers, "announced", 2026, 2026);
    const [none, short, long] = [early([]), early([duty(2027, 2030)]), early([duty(2027)])];
    expect(short).toBeGreaterThanOrEqual(none);
    expect(long).toBeGreaterThan(short);
    expect(early([duty(2027, 2027)])).toBeCloseTo(none, 6);
  });

  it("calls forth the more, the higher it is", () => {
    const early = (rate: string) => begun([duty(2028, undefined, rate)], "announced", 2025, 2027);
    expect(early("80%")).toBeGreaterThan(early("20%"));
  });
});

describe("a law cut in two", () => {
  const floor = (from: number, to?: number) => ({
    "price-floor": {
      ...{ id: `floor-${from}`, good: "magnet.*", at: 90, money: "real", mechanism: "border-adjusted", from },
      ...(to !== undefined && { to }),
    },
  });
  const quota = (from: number, to?: number) => ({
    "tariff-rate-quota": {
      ...{ id: `quota-${from}`, importers: "members", exporters: "CHN", goods: "magnet.*" },
      ...{ volume: "20% of 2024", "over-quota": "60%", from },
      ...(to !== undefined && { to }),
    },
  });
  const named = (from: number, to?: number) => ({ tariff: { ...duty(from, to).tariff, id: `duty-${from}` } });

  it.each([
    ["border floor", floor],
    ["tariff-rate quota", quota],
    ["duty", named],
  ])("builds what the whole does for those who foresee its second half: %s", (_, law) => {
    const built = (levers: readonly object[]) => begun(levers, "announced", 2025, 2027);
    const [whole, first] = [built([law(2025)]), built([law(2025, 2027)])];
    const both = built([law(2025, 2027), law(2028)]);
    expect(first).toBeLessThan(0.9 * whole);
    expect(both / whole).toBeCloseTo(1, 6);
  });
});

describe("what is foreseen of borders", () => {
  const { levers, steps } = solve([duty(2028)], "adaptive", 2026);
  const { market, equilibrium } = steps[2];
  const margin = Float64Array.from(frame.investors, ({ node }) =>
    bareMargin(market, node, equilibrium.originPrice, equilibrium.usePrice),
  );
  const unqualified = new Float64Array(market.origins.count);
  const whatIf: WhatIf = (changed) => {
    const solved = solveMarket(changed);
    return solved.ok ? solved.equilibrium : undefined;
  };
  const foreseen = (
    given: readonly object[],
    year = 2026,
    expectations: Expectations = "announced",
    how: WhatIf | undefined = whatIf,
  ) => {
    const compiled = toyLab.apply(given).levers;
    const termOf = believedTerms(compiled, year, expectations, frame);
    const seen = { market, equilibrium, unqualified, margin };
    return comingProtections(frame, seen, compiled, year, expectations, termOf, how);
  };

  it("is nothing unless policy is foreseen, is near enough, and can be solved", () => {
    expect(levers).toHaveLength(1);
    expect(foreseen([duty(2028)], 2026, "adaptive")).toEqual([]);
    expect(foreseen([duty(2028)], 2026, "relapse")).toEqual([]);
    expect(foreseen([duty(2026)])).toEqual([]);
    expect(foreseen([duty(2027 + frame.foresight)])).toEqual([]);
    expect(foreseen([duty(2028)], 2026, "announced", () => undefined)).toEqual([]);
    expect(foreseen([])).toEqual([]);
  });

  it("counts from its first year to its last, term by term, and raises members' margins of what it guards", () => {
    const [first, second, ...others] = foreseen([duty(2029), { ...duty(2027, 2028, "30%") }]);
    expect(others).toEqual([]);
    expect([first.since, first.until, second.since, second.until]).toEqual([2027, 2028, 2029, Infinity]);
    const usa = frame.investors.findIndex(
      ({ node }) => frame.calibration.nodes.id[node] === "new:magnet-standard@USA",
    );
    expect(first.added[usa]).toBeGreaterThan(0);
    expect(second.added[usa]).toBeGreaterThan(0);
  });

  it("is not hidden by an earlier term that has no answer", () => {
    let asked = 0;
    const failing: WhatIf = (changed, start) => (asked++ === 0 ? undefined : whatIf(changed, start));
    const found = foreseen([duty(2027, 2028, "30%"), duty(2029)], 2026, "announced", failing);
    expect(found.map(({ since }) => since)).toEqual([2029]);
  });

  it("is no freedom from duty: neither its beginning nor its end", () => {
    const free = { cooperation: { among: ["USA", "CHN"], "duty-free": true, from: 2028 } };
    expect(foreseen([free])).toEqual([]);
  });

  it("is what levers do at borders and nothing else of them", () => {
    const tax = { "export-tax": { exporter: "CHN", goods: "magnet.*", rate: "30%", from: 2028 } };
    const paid = { subsidy: { covers: "USA", goods: "magnet.*", "per-tonne": 9, from: 2028 } };
    const licence = {
      "export-licence": { exporter: "CHN", goods: "magnet.*", volume: "50% of 2024", from: 2028 },
    };
    expect(foreseen([tax, paid, licence])).toEqual([]);
    const quota = {
      "tariff-rate-quota": {
        importers: "USA",
        exporters: "CHN",
        goods: "magnet.*",
        volume: 0,
        "over-quota": "50%",
        from: 2028,
      },
    };
    const floor = { "price-floor": { good: "magnet.*", at: 90, mechanism: "border-adjusted", from: 2028 } };
    for (const lever of [quota, floor]) expect(foreseen([lever])).toHaveLength(1);
  });
});
