import { describe, expect, it } from "vitest";
import { leverYear, toyMarket, toyYear, underLevers } from "../fixtures/lever-year.js";
import { solveYear } from "../fixtures/solve-year.js";
import type { Market } from "../market/market.js";

const MAGNET = "magnet.NdFeB-standard";
const tax = (fields: object) => ({
  "export-tax": { exporter: "CHN", destinations: "USA", goods: MAGNET, ...fields },
});

/** The toy's base year with plants outside China this many times as large. */
function grown(factor: number): Market {
  const { nodes, regions } = toyMarket;
  const capacity = nodes.capacity.map((value, k) =>
    regions[nodes.region[k]] === "CHN" ? value : factor * value,
  );
  return { ...toyMarket, nodes: { ...nodes, capacity } };
}
const wedges = (entry: object, factor: number) =>
  leverYear([entry], 2026, undefined, grown(factor)).market.wedges.filter(
    ({ lever }) => lever === "export-tax",
  );

describe("an export tax below zero", () => {
  it("is a refund: cheaper at the destination, dearer at home, paid by the exporter", () => {
    const base = toyYear();
    const refunded = underLevers([tax({ specific: "-6 USD/kg" })]);
    expect(refunded.price(MAGNET, "USA")).toBeLessThan(base.price(MAGNET, "USA"));
    expect(refunded.originPrice(MAGNET, "CHN")).toBeGreaterThan(base.originPrice(MAGNET, "CHN"));
    expect(refunded.flow(MAGNET, "CHN", "USA")).toBeGreaterThan(base.flow(MAGNET, "CHN", "USA"));
    expect(refunded.output(MAGNET, "JPN")).toBeLessThan(base.output(MAGNET, "JPN"));
    expect(refunded.equilibrium.residual).toBeLessThan(1e-9);
  });

  it("raises the price at the destination above zero, and leaves no trace at zero", () => {
    const taxed = underLevers([tax({ specific: "6 USD/kg" })]);
    expect(taxed.price(MAGNET, "USA")).toBeGreaterThan(toyYear().price(MAGNET, "USA"));
    expect(leverYear([tax({ specific: 0 })]).market).toBe(toyMarket);
  });
});

describe("a tax that waits for plants outside", () => {
  const waiting = tax({ specific: "-6 USD/kg", "outside-growth": "20%" });

  it("acts once they have grown by more than the share stated", () => {
    expect(wedges(waiting, 1)).toEqual([]);
    expect(wedges(waiting, 1.19)).toEqual([]);
    expect(wedges(waiting, 1.21)).toHaveLength(1);
  });

  it("asks for each good by itself", () => {
    const two = tax({ goods: [MAGNET, "oxide.LaCe"], specific: "-0.1 USD/kg", "outside-growth": "20%" });
    const { nodes } = toyMarket;
    const capacity = nodes.capacity.slice();
    nodes.id.forEach((id, k) => {
      if (id.startsWith("magnet-standard@JPN")) capacity[k] *= 3;
    });
    const market = { ...toyMarket, nodes: { ...nodes, capacity } };
    const [wedge] = leverYear([two], 2026, undefined, market).market.wedges.filter(
      ({ lever }) => lever === "export-tax",
    );
    const goods = new Set(
      [...wedge.arcs].map((a) => market.goods[market.origins.good[market.arcs.origin[a]]]),
    );
    expect([...goods]).toEqual([MAGNET]);
  });

  it("always acts where no growth is asked for, also on goods that nobody outside makes", () => {
    expect(wedges(tax({ specific: "2 USD/kg" }), 1)).toHaveLength(1);
    expect(
      wedges(tax({ goods: "concentrate.bayan-obo", specific: "2 USD/kg", "outside-growth": "1%" }), 5),
    ).toEqual([]);
  });

  it("changes prices only in the years in which it acts", () => {
    const quiet = solveYear(leverYear([waiting], 2026, undefined, grown(1)).market);
    expect(quiet.price(MAGNET, "USA")).toBe(toyYear().price(MAGNET, "USA"));
  });
});
