import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toyLab } from "../fixtures/lever-year.js";
import { prepareRun, run, type RunResult } from "../results/index.js";
import { annualStop } from "./annual-stop.js";
import { expectedStop } from "./expected-stop.js";
import type { ShockSpec } from "./shock-spec.js";
import { yearOfStop } from "./year-of-stop.js";

const { chain, baseline } = toyLab;
const frame = prepareRun(chain, baseline);
const years = (levers: readonly object[]): RunResult =>
  run(chain, baseline, toyLab.scenario(levers, [2024, 2026]), { frame });
const among = (share: number, members: unknown = ["USA", "JPN"]) =>
  years(
    share === 0 && members === undefined
      ? []
      : [{ cooperation: { among: members, "crisis-sharing": `${100 * share}%`, from: 2025 } }],
  );
const rule = { drawShare: 0, refillMonths: 12 };
const magnets = ["magnet.NdFeB-standard", "magnet.NdFeB-high-temperature"];
const spec: Omit<ShockSpec, "months" | "year"> = {
  by: ["CHN"],
  to: ["USA", "AUS"],
  goods: magnets,
  remaining: 0,
};
const stop = (on: RunResult, change: Partial<typeof spec> = {}) =>
  annualStop(yearOfStop(on, on.levers ?? [], 2026), { ...spec, ...change }, rule);
const region = (id: string) => frame.calibration.regions.indexOf(id);

/** Tonnes of the stopped goods from some regions to others. */
function sold(
  { stopped: { market, equilibrium } }: ReturnType<typeof stop>,
  from: string[],
  to: string[],
): number {
  const { arcs, origins, buyers, regions, goods } = market;
  return equilibrium.flow.reduce((sum, tonnes, a) => {
    const counts =
      magnets.includes(goods[origins.good[arcs.origin[a]]]) &&
      from.includes(regions[origins.region[arcs.origin[a]]]) &&
      to.includes(regions[buyers.region[arcs.buyer[a]]]);
    return counts ? sum + tonnes : sum;
  }, 0);
}

describe("crisis sharing", () => {
  const open = among(0);
  const free = stop(open);

  it("of nothing is a stop as it would be", () => {
    const plain = stop(years([]));
    expect([...free.loss]).toEqual([...plain.loss]);
    expect(free.stopped.equilibrium.originPrice).toEqual(plain.stopped.equilibrium.originPrice);
  });

  it("turns what the members make from others to themselves, the more is shared (property)", () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((part) => stop(among(part)));
        const outside = (of: typeof free) => sold(of, ["USA", "JPN"], ["AUS", "CHN"]);
        expect(outside(more)).toBeLessThanOrEqual(outside(less) + 1e-6);
        expect(more.valueAddedAtRisk[region("USA")]).toBeLessThanOrEqual(
          less.valueAddedAtRisk[region("USA")] + 1e-3,
        );
      }),
      { seed: 131, numRuns: 6 },
    );
  });

  it("is a club good: the stopped member goes short of less, the stopped stranger of more", () => {
    const shared = stop(among(1));
    expect(shared.valueAddedAtRisk[region("USA")]).toBeLessThan(free.valueAddedAtRisk[region("USA")]);
    expect(shared.valueAddedAtRisk[region("AUS")]).toBeGreaterThan(free.valueAddedAtRisk[region("AUS")]);
    expect(sold(shared, ["USA", "JPN"], ["AUS", "CHN"])).toBeLessThan(1e-6);
  });

  it("waits for a stop that hits a member: one that hits others only changes nothing", () => {
    const hits = { to: ["AUS"] };
    expect([...stop(among(1), hits).loss]).toEqual([...stop(open, hits).loss]);
  });

  it("is of what the stop takes: a stop of next to nothing is the plain stop", () => {
    const shared = among(1);
    for (const remaining of [0.999, 0.9999]) {
      const [plain, club] = [stop(open, { remaining }), stop(shared, { remaining })];
      club.loss.forEach((loss, r) => {
        expect(Math.abs(loss - plain.loss[r])).toBeLessThan(1e6 * (1 - remaining));
      });
    }
    expect([...stop(shared, { remaining: 1 }).loss]).toEqual([...stop(open, { remaining: 1 }).loss]);
  });

  it.each([0.2, 0.5, 0.9])("serves the stopped member's users where %s still comes", (remaining) => {
    const [plain, club] = [stop(open, { remaining }), stop(among(0.8), { remaining })];
    const usa = region("USA");
    const of = ({ stopped: { accounts } }: typeof free) => ({
      users: accounts.consumerSurplus[usa],
      besideDuty: accounts.welfare[usa] - accounts.duty[usa],
      duty: accounts.duty[usa],
    });
    expect(club.valueAddedAtRisk[usa]).toBeLessThan(plain.valueAddedAtRisk[usa]);
    expect(of(club).users).toBeGreaterThan(of(plain).users);
    expect(of(club).besideDuty).toBeGreaterThan(of(plain).besideDuty);
    // outsiders bid away what still comes, and the member buys free of duty from members instead
    expect(sold(club, ["CHN"], ["USA"])).toBeLessThan(sold(plain, ["CHN"], ["USA"]));
    expect(of(club).duty).toBeLessThan(of(plain).duty);
  });

  it("of one member with itself closes its border while it is short", () => {
    const alone = stop(among(1, ["JPN"]), { to: ["JPN"] });
    expect(sold(alone, ["JPN"], ["USA", "AUS", "CHN"])).toBeLessThan(1e-6);
    expect(alone.valueAddedAtRisk[region("JPN")]).toBeLessThan(
      stop(open, { to: ["JPN"] }).valueAddedAtRisk[region("JPN")],
    );
  });
});

describe("the chance of a stop", () => {
  const assume = (values: Readonly<Record<string, number>>) => ({
    ...chain,
    assumptions: [
      ...chain.assumptions!,
      ...Object.entries({ "shock.draw-share": 0.9, "shock.refill-months": 12, ...values }).map(
        ([id, value]) => ({
          ...chain.assumptions![0],
          id,
          value,
        }),
      ),
    ],
  });
  const losses = (values: Readonly<Record<string, number>>) => {
    const on = assume(values);
    return expectedStop(
      run(on, baseline, toyLab.scenario([], [2024, 2028]), { frame: prepareRun(on, baseline) }),
    )!;
  };

  it("of nothing is no loss, and a stop through which all leaks is none either", () => {
    for (const values of [
      { "summit.hazard": 0, "summit.leak": 0.2 },
      { "summit.hazard": 0.5, "summit.leak": 1 },
    ])
      for (const loss of losses(values).values()) for (const value of loss) expect(Math.abs(value)).toBe(0);
  });

  it("of one is the whole loss of every year", () => {
    const [sure, half] = [1, 0.5].map((hazard) => losses({ "summit.hazard": hazard, "summit.leak": 0.2 }));
    for (const [year, loss] of sure)
      loss.forEach((value, r) => {
        expect(half.get(year)![r]).toBeCloseTo(value / 2, 6);
      });
  });
});
