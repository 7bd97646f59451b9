import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveMarket } from "../equilibrium/index.js";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import type { Equilibrium } from "../market/market.js";

const party = fc.constantFrom("CHN", "USA", "JPN", "AUS", "members", "non-members", "all");
const good = fc.constantFrom(
  "oxide.*",
  "magnet.*",
  "oxide.NdPr",
  "oxide.Dy",
  "metal.NdPr",
  "concentrate.*",
  "*",
);
/** From nothing to absurd. */
const percent = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 10_000 }),
);
const share = fc.integer({ min: 0, max: 100 });
const price = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }), fc.constant(1_000_000));
const volume = fc.oneof(
  fc.constant("0 t/y"),
  fc.integer({ min: 0, max: 300 }).map((p) => `${p}% of 2024`),
  fc.integer({ min: 0, max: 1_000_000 }),
);

const entry = (kind: string, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record(fields).map((drawn) => ({ [kind]: drawn }));

const lever = fc.oneof(
  entry("tariff", { importers: party, exporters: party, goods: good, rate: percent, specific: price }),
  entry("export-tax", { exporter: party, goods: good, rate: percent, specific: price }),
  entry("export-licence", { exporter: party, destinations: party, goods: good, volume }),
  entry("export-quota", {
    exporter: party,
    goods: good,
    volume,
    basis: fc.constantFrom("each", "pooled"),
    per: fc.constantFrom("destination", "group"),
  }),
  entry("export-ban", { exporter: party, destinations: party, goods: good }),
  entry("price-floor", {
    good,
    at: price,
    covers: party,
    "paid-by": party,
    key: fc.constantFrom("home", "host", "use", "equal"),
  }),
  entry("price-floor", {
    good,
    at: price,
    mechanism: fc.constant("border-adjusted"),
    "exporter-share": share,
  }),
  entry("price-floor", {
    good,
    at: price,
    covers: party,
    index: fc.constant("chinese-ex-works"),
    vat: share,
  }),
  entry("subsidy", { covers: party, goods: good, "per-tonne": price, "tax-credit": share }),
  entry("output-quota", { region: party, goods: good, volume, basis: fc.constantFrom("each", "pooled") }),
  entry("tariff-rate-quota", {
    importers: party,
    exporters: party,
    goods: good,
    volume,
    "over-quota": percent,
  }),
  entry("stockpile", { holder: party, goods: good, fill: volume }),
  entry("local-content", { importers: party, goods: good, share }),
  entry("recycled-content", { importers: party, goods: good, share }),
  entry("cooperation", { among: party, "duty-free": fc.boolean() }),
  entry("bilateral-deal", { party, supplier: party, goods: good, spared: share }),
  entry("processing-delay", {
    exporter: party,
    goods: good,
    delay: fc.integer({ min: 0, max: 12 }),
    "carrying-cost": share,
  }),
  entry("environmental-cost", {
    regions: party,
    goods: good,
    cost: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })),
  }),
  entry("demand-shift", {
    "end-uses": fc.constantFrom("ev", "polishing"),
    change: fc.integer({ min: -99, max: 1000 }),
  }),
);

const quantities = (e: Equilibrium): Float64Array[] => [
  e.flow,
  e.level,
  e.demand,
  e.demandByGood,
  e.disposal,
  e.floorGap,
  e.rent,
];
const prices = (e: Equilibrium): Float64Array[] => [e.originPrice];

describe("random packages of levers, from nothing to absurd", () => {
  it("solve to 1e-9 of capacity with finite prices and no negative quantity, or are refused with a reason", () => {
    let solved = 0;
    fc.assert(
      fc.property(fc.array(lever, { maxLength: 5 }), (drawn) => {
        // dates that never overlap, so that only sizes are at stake; all act in the year solved through their own file
        const { market } = drawn.reduce<{ market: typeof toyMarket }>(
          ({ market: before }, one) => leverYear([one], 2026, undefined, before),
          { market: toyMarket },
        );
        const answer = solveMarket(market);
        if (!answer.ok) {
          expect(["NOT_CONVERGED", "INFEASIBLE"]).toContain(answer.issue.code);
          return;
        }
        solved++;
        const { equilibrium } = answer;
        expect(equilibrium.residual).toBeLessThanOrEqual(1e-9);
        for (const list of quantities(equilibrium))
          for (const value of list) expect(value).toBeGreaterThanOrEqual(-1e-9);
        for (const list of prices(equilibrium))
          for (const value of list) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 500, seed: 2026 },
    );
    expect(solved).toBeGreaterThan(400);
  });
});
