import { describe, expect, it } from "vitest";
import { paidBy } from "../accounts/index.js";
import { toyLab } from "../fixtures/lever-year.js";
import { prepareRun, run, valueOf, type RunResult } from "../results/index.js";

const { chain, baseline } = toyLab;
const frame = prepareRun(chain, baseline);
const years = (
  levers: object[],
  last = 2034,
  expectations?: "adaptive" | "announced" | "relapse",
): RunResult =>
  run(chain, baseline, toyLab.scenario(levers, [2024, last]), {
    frame,
    ...(expectations !== undefined && { expectations }),
  });
const base = years([]);
const figure = (result: RunResult, reference: string): number => valueOf(result, reference) ?? 0;

interface Where {
  readonly regions?: readonly string[];
  readonly kind?: string;
  readonly from?: number;
  readonly to?: number;
}
function starts(result: RunResult, { regions, kind, from = 0, to = 9999 }: Where = {}): number {
  const { nodes, regions: ids } = frame.calibration;
  return result.steps
    .at(-1)!
    .nextState.vintages.filter(
      ({ node, started }) =>
        started >= from &&
        started <= to &&
        (regions === undefined || regions.includes(ids[nodes.region[node]])) &&
        (kind === undefined || nodes.technology[node].kind === kind),
    )
    .reduce((sum, { capacity }) => sum + capacity, 0);
}
const outside = ["USA", "JPN", "AUS"];
const floor = (fields: object = {}) => ({
  "price-floor": { good: "oxide.NdPr", at: 140, money: "real", covers: "members", from: 2025, ...fields },
});
const squeeze = (fields: object = {}) => ({
  "export-licence": {
    exporter: "CHN",
    destinations: "members",
    goods: "magnet.*",
    volume: "40% of 2024",
    from: 2026,
    ...fields,
  },
});

describe("a floor", () => {
  const own = { regions: outside, kind: "separation" };
  const floored = years([floor()]);

  it("starts nothing before it is law, and then what it covers", () => {
    expect(starts(floored, { ...own, to: 2024 })).toBe(starts(base, { ...own, to: 2024 }));
    expect(starts(floored, { ...own, from: 2025, to: 2026 })).toBeGreaterThan(
      starts(base, { ...own, from: 2025, to: 2026 }),
    );
  });

  it("brings capacity after the lead time and not before", () => {
    const capacity = (result: RunResult, year: number) =>
      figure(result, `capacity[oxide.NdPr,members,${year}]`);
    const first = Math.min(
      ...floored.steps
        .at(-1)!
        .nextState.vintages.filter(({ started }) => started >= 2025)
        .map(({ service }) => service),
    );
    expect(first).toBeGreaterThan(2025);
    for (let year = 2024; year <= 2025; year++) expect(capacity(floored, year)).toBe(capacity(base, year));
    expect(capacity(floored, 2034)).toBeGreaterThan(capacity(base, 2034));
  });

  it("that is announced is built for in time by those who foresee it", () => {
    const later = [floor({ from: 2028 })];
    const early = { ...own, from: 2024, to: 2027 };
    const [blind, foreseeing] = [years(later, 2030), years(later, 2030, "announced")];
    const [blindWithout, foreseeingWithout] = [years([], 2030), years([], 2030, "announced")];
    expect(starts(blind, early)).toBe(starts(blindWithout, early));
    expect(starts(foreseeing, early)).toBeGreaterThan(starts(foreseeingWithout, early));
  });

  it("that nobody believes in builds less than one they do", () => {
    const [believed, doubted] = [years([floor()], 2030), years([floor()], 2030, "relapse")];
    expect(starts(doubted, own)).toBeLessThan(starts(believed, own));
  });
});

describe("a squeeze of magnets", () => {
  const squeezed = years([squeeze()]);

  it("raises starts of magnets outside, and lasts longer the more is built", () => {
    const magnets = { regions: outside, kind: "magnet", from: 2026, to: 2030 };
    expect(starts(squeezed, magnets)).toBeGreaterThan(starts(base, magnets));
    const short = years([squeeze({ to: 2026 })]);
    expect(starts(squeezed, magnets)).toBeGreaterThan(starts(short, magnets));
    expect(starts(short, magnets)).toBeGreaterThanOrEqual(starts(base, magnets));
  });

  it("leaves the years before it as they were, to the bit", () => {
    for (const t of [0, 1])
      expect(squeezed.steps[t].equilibrium.originPrice).toEqual(base.steps[t].equilibrium.originPrice);
  });
});

describe("a price war", () => {
  const war = {
    subsidy: {
      covers: "CHN",
      goods: "magnet.*",
      "per-tonne": "12 USD/kg",
      "paid-by": "CHN",
      from: 2026,
      to: 2030,
    },
  };
  const makers = { regions: outside, kind: "magnet", from: 2026, to: 2027 };

  it("lowers investment in plants without a floor while what is short does not yet outweigh it, and less in those under one", () => {
    const shelter = floor({ good: "magnet.*", at: 150 });
    const loss = (against: RunResult, fought: RunResult) => starts(fought, makers) / starts(against, makers);
    const bare = loss(base, years([war]));
    const sheltered = loss(years([shelter]), years([war, shelter]));
    expect(bare).toBeLessThan(0.95);
    expect(sheltered).toBeGreaterThan(bare);
  });

  it("is paid by who wages it", () => {
    const paid = (region: string) => figure(years([war], 2027), `fiscal-cost[${region},subsidy,2026]`);
    expect(paid("CHN")).toBeGreaterThan(0);
    expect(paid("members")).toBe(0);
  });
});

describe("technology", () => {
  it("closed to others slows their entry at the stages closed, and touches nobody's plants of today", () => {
    const ban = { "technology-export-ban": { exporter: "CHN", stages: ["metal", "magnet"], from: 2025 } };
    const banned = years([ban]);
    for (const kind of ["metal", "magnet"])
      expect(starts(banned, { regions: outside, kind, from: 2026 })).toBeLessThanOrEqual(
        starts(base, { regions: outside, kind, from: 2026 }) * (1 + 1e-9),
      );
    const paid = { subsidy: { covers: "USA", goods: "metal.NdPr", "per-tonne": 12, from: 2025 } };
    const american = { regions: ["USA"], kind: "metal" };
    expect(starts(years([paid, ban]), american)).toBeLessThan(0.99 * starts(years([paid]), american));
    const cost = (result: RunResult, id: string) =>
      result.steps[3].market.nodes.cost[frame.calibration.nodes.id.indexOf(id)];
    expect(cost(banned, "magnet-standard@USA")).toBeCloseTo(cost(base, "magnet-standard@USA"), 9);
    expect(cost(banned, "round-top")).toBeGreaterThan(cost(base, "round-top"));
  });

  it("given to hosts raises what they make at the stage given", () => {
    const gift = {
      "technology-transfer": { donor: "CHN", hosts: "AUS", stages: "oxide", speed: "40%", from: 2025 },
    };
    const made = (result: RunResult) => figure(result, "production[oxide.NdPr,AUS,2034]");
    expect(made(years([gift]))).toBeGreaterThan(made(base));
  });

  it("shared never lowers a member's recovery, but for what the best of them makes less of since others make more", () => {
    const shared = years([{ cooperation: { among: "members", "shared-know-how": true, from: 2025 } }]);
    shared.steps.forEach(({ market }, t) => {
      market.nodes.outCoefficient.forEach((made, i) => {
        expect(made).toBeGreaterThanOrEqual(base.steps[t].market.nodes.outCoefficient[i] * (1 - 1e-4));
      });
    });
  });
});

describe("equity in a project", () => {
  const project = "round-top";
  const given = (from: number) =>
    years([{ equity: { project, completion: "50%", amount: "5 MUSD", "paid-by": "USA", from } }]);
  const built = (result: RunResult) =>
    result.steps
      .at(-1)!
      .nextState.vintages.filter(({ node }) => frame.calibration.nodes.id[node] === project)
      .reduce((sum, { capacity }) => sum + capacity, 0);

  it("given before the project may start is paid all the same when it does", () => {
    for (const from of [2024, 2026, 2028]) {
      const result = given(from);
      expect(built(result)).toBeGreaterThan(built(base));
      const paid = result.steps.reduce((sum, { accounts }) => sum + paidBy(accounts.payments, 1), 0);
      expect(paid, String(from)).toBeGreaterThan(0);
    }
  });
});
