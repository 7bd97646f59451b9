import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { smallWorld } from "../fixtures/small-world.js";
import type { CompiledLever } from "../levers/lever.js";
import { run } from "../results/run.js";
import { annualStop } from "./annual-stop.js";
import { coverOf, lostSupply } from "./cover.js";
import { readShock } from "./read-shock.js";
import { toShockJson } from "./shock-json.js";
import { shock } from "./shock.js";
import type { ShockSpec } from "./shock-spec.js";
import { stockRuleOf } from "./stock-rule.js";
import { yearOfStop } from "./year-of-stop.js";

const members = ["USA", "JPN", "AUS"];
const rule = { drawShare: 0.9, refillMonths: 12 };
const goods = toyChain.goods.filter(({ stage }) => stage === "magnet").map(({ id }) => id);
const spec: ShockSpec = { by: ["CHN"], to: ["USA", "JPN"], goods, year: 2026, months: 6, remaining: 0 };
const solve = (levers: readonly CompiledLever[] = []) =>
  run(toyChain, toyBaseline, { name: "toy", levers, horizon: [2024, 2027], members });
const base = solve();
const regionOf = (id: string) => base.frame.calibration.regions.indexOf(id);
const lossOf = ({ loss }: { loss: Float64Array }) => spec.to.reduce((sum, id) => sum + loss[regionOf(id)], 0);
const sharing = (share: number): CompiledLever => ({
  id: "cooperation",
  kind: "cooperation",
  from: 2025,
  to: 2040,
  warnings: [],
  terms: (terms) => void terms.crisisSharing.push({ lever: "cooperation", members, share }),
});

describe("a stop that stops nothing", () => {
  it("changes nothing, to the bit, when it lasts no month", () => {
    const none = shock(base, [], { ...spec, months: 0 }, rule);
    expect(none.months).toEqual([]);
    expect([...none.loss, ...none.valueAddedAtRisk].every((value) => value === 0)).toBe(true);
  });

  it("changes nothing, to the bit, when all still comes or nobody is stopped", () => {
    for (const nothing of [
      { ...spec, remaining: 1 },
      { ...spec, to: [] },
      { ...spec, goods: [] },
    ]) {
      const result = shock(base, [], nothing, rule);
      for (const month of result.months) expect(month.step).toBe(result.before);
      expect(result.loss.every((value) => value === 0)).toBe(true);
    }
  });
});

describe("a stop", () => {
  const result = shock(base, [], spec, rule);
  const json = toShockJson(result);
  const series = (metric: string, region: string, good = goods[0]) =>
    json.series.find((row) => row.metric === metric && row.region === region && row.good === good)!;

  it("lets nothing through on the stopped routes and keeps the identities in every month", () => {
    for (const { step, stopped } of result.months) {
      if (stopped) expect(Math.max(...lostSupply(step.market, step.equilibrium, spec))).toBe(0);
      for (const violation of Object.values(step.identities)) expect(violation).toBeLessThan(1e-9);
      expect(step.equilibrium.residual).toBeLessThan(1e-9);
    }
  });

  it("raises prices where it hits and lowers them where it comes from", () => {
    const [hit, inside] = [series("price", "JPN"), series("price", "CHN")];
    expect(hit.values[5]).toBeGreaterThan(hit.before);
    expect(inside.values[5]).toBeLessThan(inside.before);
  });

  it("costs the stopped together and the world, though one that makes magnets may gain", () => {
    expect(lossOf(result)).toBeGreaterThan(0);
    expect(result.loss.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0);
    for (const id of spec.to) expect(result.valueAddedAtRisk[regionOf(id)]).toBeGreaterThan(0);
  });

  it("draws stores down while it lasts and fills them up again", () => {
    const cover = coverOf(
      base.frame.calibration,
      result.before.market,
      result.before.equilibrium.demandByGood,
      [],
    );
    const last = result.months.at(-1)!;
    expect(result.months).toHaveLength(6 + rule.refillMonths);
    let drawn = 0;
    cover.users.forEach((full, b) => {
      for (const { stores } of result.months) expect(stores[b]).toBeGreaterThanOrEqual(-1e-9);
      drawn += full - result.months[5].stores[b];
      expect(last.stores[b]).toBeCloseTo(full, 9);
    });
    expect(drawn).toBeGreaterThan(0);
  });

  it("hurts more the longer it lasts and the less still comes", () => {
    const changed = (change: Partial<ShockSpec>) => lossOf(shock(base, [], { ...spec, ...change }, rule));
    expect(changed({ months: 12 })).toBeGreaterThan(changed({ months: 6 }));
    expect(changed({ remaining: 0.5 })).toBeLessThan(changed({}));
    expect(changed({ remaining: 0.5 })).toBeGreaterThan(0);
  });

  it("hurts less with fuller stores", () => {
    const empty = {
      ...toyBaseline,
      uses: toyBaseline.uses.map((use) => ({ ...use, cover: 0 })),
    };
    const bare = run(toyChain, empty, { name: "toy", levers: [], horizon: [2024, 2027], members });
    const total = ({ loss }: { loss: Float64Array }) =>
      spec.to.reduce((sum, id) => sum + loss[regionOf(id)], 0);
    expect(total(shock(bare, [], spec, rule))).toBeGreaterThan(total(result));
  });

  it("names months, series and totals as documented", () => {
    expect(json.months).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    expect(json.stopped).toBe(6);
    for (const { values } of json.series) {
      expect(values).toHaveLength(18);
      for (const value of values) expect(Number.isFinite(value)).toBe(true);
    }
    expect(Object.keys(json.totals.loss)).toEqual(base.frame.calibration.regions);
    expect(json.series.some(({ metric }) => metric === "unmet")).toBe(true);
  });
});

describe("crisis sharing", () => {
  it("holds what members sell to others below what they sold before", () => {
    const levers = [sharing(0.5)];
    const shared = solve(levers);
    const hit = { ...spec, to: ["JPN"] };
    const { months, before } = shock(shared, levers, hit, rule);
    const sold = ({ market, equilibrium }: typeof before) =>
      goods.map((good) =>
        equilibrium.flow.reduce((sum, q, a) => {
          const o = market.arcs.origin[a];
          const from = market.regions[market.origins.region[o]];
          const to = market.regions[market.buyers.region[market.arcs.buyer[a]]];
          const counts =
            market.goods[market.origins.good[o]] === good && members.includes(from) && !members.includes(to);
          return counts ? sum + q : sum;
        }, 0),
      );
    const free = sold(before);
    sold(months[0].step).forEach((q, i) => {
      expect(q).toBeLessThanOrEqual(0.5 * free[i] + 1e-6);
    });
  });
});

describe("a stop of a whole year", () => {
  it("costs less than twelve months one by one, since stores spread evenly help most and are bought back at calm prices", () => {
    const year = yearOfStop(base, [], 2026);
    const { loss, valueAddedAtRisk } = annualStop(year, spec, rule);
    const monthly = lossOf(shock(base, [], { ...spec, months: 12 }, rule));
    expect(lossOf({ loss })).toBeLessThan(monthly);
    expect(lossOf({ loss })).toBeGreaterThan(0);
    expect(valueAddedAtRisk[regionOf("JPN")]).toBeGreaterThan(0);
    expect(annualStop(year, { ...spec, remaining: 1 }, rule).loss.every((value) => value === 0)).toBe(true);
  });

  it("knows only the years of its run", () => {
    expect(() => yearOfStop(base, [], 2050)).toThrow(IssueError);
  });
});

describe("what is asked for", () => {
  const request = { by: ["CHN"], to: ["members"], goods: ["magnet.*"], year: 2026, months: 6, remaining: 0 };

  it("resolves selectors and lets nobody stop itself", () => {
    const read = readShock({ ...request, to: ["all"] }, ["USA"], smallWorld);
    expect(read.by).toEqual(["CHN"]);
    expect(read.to).not.toContain("CHN");
    expect(read.goods.every((good) => good.startsWith("magnet."))).toBe(true);
  });

  it("tells every unknown name at once, with the nearest", () => {
    try {
      readShock({ ...request, to: ["JPM"], goods: ["magnets.*"], remaining: 3 }, ["USA"], smallWorld);
      expect.unreachable();
    } catch (error) {
      const codes = (error as IssueError).issues.map(({ code, nearest }) => [code, nearest]);
      expect(codes).toEqual([
        ["UNKNOWN_REGION", "JPN"],
        ["UNKNOWN_GOOD", expect.anything()],
        ["OUT_OF_RANGE", undefined],
      ]);
    }
  });

  it("needs the rows on stores", () => {
    expect(() => stockRuleOf({ ...toyChain, assumptions: [] })).toThrow(IssueError);
  });
});
