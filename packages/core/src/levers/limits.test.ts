import { describe, expect, it } from "vitest";
import { solveMarket } from "../equilibrium/index.js";
import { example, leverExamples } from "../fixtures/lever-examples.js";
import { leverYear, toyYear, underLevers } from "../fixtures/lever-year.js";

const kinds = Object.keys(leverExamples);
const base = toyYear();
const MAGNET = "magnet.NdFeB-standard";
const absurd = (kind: string, change: object = {}) =>
  example(kind, { ...leverExamples[kind].absurd, ...change });

describe("a lever at the size that changes nothing", () => {
  it.each(kinds)("%s leaves every price where it was", (kind) => {
    const { equilibrium } = underLevers([example(kind, leverExamples[kind].neutral)]);
    equilibrium.originPrice.forEach((price, o) => {
      expect(Math.abs(price - base.equilibrium.originPrice[o])).toBeLessThan(1e-8 * Math.max(1, price));
    });
  });
});

/** What is asked for beyond all there is has no answer. */
const beyondSupply = ["offtake", "stockpile"];

describe("a lever at an absurd size", () => {
  it.each(beyondSupply)("%s has no answer, and says why", (kind) => {
    const solved = solveMarket(leverYear([absurd(kind)]).market);
    expect(solved).toMatchObject({
      ok: false,
      issue: { code: "INFEASIBLE", details: { reason: "purchase-beyond-supply" } },
    });
  });

  it.each(kinds.filter((kind) => !beyondSupply.includes(kind)))(
    "%s has an answer whose figures are finite and whose quantities are not negative",
    (kind) => {
      const solved = solveMarket(leverYear([absurd(kind)]).market);
      if (!solved.ok) throw new Error(solved.issue.code);
      const { originPrice, flow, level, demand, disposal, rent, residual } = solved.equilibrium;
      expect(residual).toBeLessThanOrEqual(1e-9);
      for (const price of originPrice) expect(Number.isFinite(price)).toBe(true);
      for (const list of [flow, level, demand, disposal, rent])
        for (const quantity of list) expect(quantity).toBeGreaterThanOrEqual(-1e-9);
    },
  );
});

describe("at infinity", () => {
  it("a duty, an export tax, a licence of nothing and a ban are the same closed border", () => {
    const closed = underLevers([example("export-ban", { destinations: "USA" })]);
    const others = [
      absurd("tariff"),
      absurd("export-tax", { destinations: "USA" }),
      absurd("export-licence", { destinations: "USA" }),
      absurd("tariff-rate-quota"),
    ];
    for (const lever of others) {
      const year = underLevers([lever]);
      expect(year.flow(MAGNET, "CHN", "USA")).toBeLessThan(1e-3);
      expect(Math.abs(year.price(MAGNET, "USA") / closed.price(MAGNET, "USA") - 1)).toBeLessThan(1e-3);
      expect(Math.abs(year.output(MAGNET, "JPN") / closed.output(MAGNET, "JPN") - 1)).toBeLessThan(1e-3);
    }
  });

  it("a price floor or a subsidy fills the plants it covers and no more", () => {
    for (const lever of [absurd("price-floor"), absurd("subsidy", { goods: "oxide.NdPr" })]) {
      const { market, equilibrium } = underLevers([lever]);
      const k = market.nodes.id.indexOf("separation-monazite@AUS");
      expect(equilibrium.level[k]).toBeGreaterThan(0.99 * market.nodes.capacity[k]);
      expect(equilibrium.level[k]).toBeLessThanOrEqual(market.nodes.capacity[k]);
    }
  });

  it("a cost of cleaner work closes the mines it falls on", () => {
    const year = underLevers([absurd("environmental-cost")]);
    expect(year.output("concentrate.bayan-obo", "CHN")).toBeLessThan(1e-6);
    expect(year.output("concentrate.monazite", "AUS")).toBeGreaterThan(
      base.output("concentrate.monazite", "AUS"),
    );
  });

  it("a purchase larger than the world's output leaves users without", () => {
    const made = base.output("oxide.NdPr", "CHN") + base.output("oxide.NdPr", "AUS");
    const year = underLevers([example("stockpile", { fill: `${0.9 * made} t/y` })]);
    expect(year.price("oxide.NdPr", "JPN")).toBeGreaterThan(2 * base.price("oxide.NdPr", "JPN"));
    expect(year.equilibrium.demand[0]).toBeLessThan(0.5 * base.equilibrium.demand[0]);
  });

  it("a content rule at its whole ends imports and no more", () => {
    const year = underLevers([absurd("local-content")]);
    expect(year.flow(MAGNET, "CHN", "USA") + year.flow(MAGNET, "JPN", "USA")).toBeLessThan(1e-3);
    expect(year.output(MAGNET, "USA")).toBeLessThanOrEqual(4_000);
    expect(year.output(MAGNET, "USA")).toBeGreaterThan(base.output(MAGNET, "USA"));
  });

  it("a wait of a year stops the pipeline's year, not the years after", () => {
    const first = underLevers([absurd("processing-delay")], 2026);
    const later = underLevers([absurd("processing-delay")], 2027);
    expect(first.flow(MAGNET, "CHN", "USA")).toBeLessThan(1e-3);
    expect(later.flow(MAGNET, "CHN", "USA")).toBeGreaterThan(100);
    expect(later.flow(MAGNET, "CHN", "USA")).toBeLessThan(base.flow(MAGNET, "CHN", "USA"));
  });
});
