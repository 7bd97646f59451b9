import { describe, expect, it } from "vitest";
import { toyMarket } from "../fixtures/lever-year.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun, run } from "../results/index.js";
import type { ShockSpec } from "./shock-spec.js";
import { milderStops, stoppedMarket } from "./stopped-market.js";

const frame = prepareRun(toyChain, toyBaseline);
const { steps } = run(
  toyChain,
  toyBaseline,
  { name: "toy", levers: [], horizon: [2024, 2024], members: [] },
  { frame },
);
const { market, equilibrium } = steps[0];
const MAGNET = "magnet.NdFeB-standard";
const spec: ShockSpec = {
  by: ["CHN"],
  to: ["USA", "JPN"],
  goods: [MAGNET],
  year: 2024,
  months: 6,
  remaining: 0,
};
const stopped = (over: Partial<ShockSpec> = {}, sharing: Parameters<typeof stoppedMarket>[3] = []) =>
  stoppedMarket(market, equilibrium.flow, { ...spec, ...over }, sharing, frame);

const place = (a: number) => {
  const { arcs, origins, buyers, regions, goods } = market;
  return {
    good: goods[origins.good[arcs.origin[a]]],
    from: regions[origins.region[arcs.origin[a]]],
    to: regions[buyers.region[arcs.buyer[a]]],
  };
};
const arcsWhere = (keep: (at: ReturnType<typeof place>) => boolean) =>
  [...Array(market.arcs.count).keys()].filter((a) => keep(place(a)));

describe("a stopped market", () => {
  it("closes the routes of the stop and no other", () => {
    const { arcs, controls } = stopped();
    const closed = arcsWhere(() => true).filter(
      (a) => arcs.logWeight[a] === -Infinity && market.arcs.logWeight[a] > -Infinity,
    );
    expect(closed.length).toBeGreaterThan(0);
    for (const a of closed) {
      const { good, from, to } = place(a);
      expect([good, from]).toEqual([MAGNET, "CHN"]);
      expect(["USA", "JPN"]).toContain(to);
    }
    expect(controls).toEqual(market.controls);
  });

  it("holds them together to the share that still comes", () => {
    const { controls, arcs } = stopped({ remaining: 0.3 });
    const [control] = controls.slice(market.controls.length);
    const before = arcsWhere(
      ({ good, from, to }) => good === MAGNET && from === "CHN" && ["USA", "JPN"].includes(to),
    );
    const flow = before.reduce((sum, a) => sum + equilibrium.flow[a], 0);
    expect(control.limit).toBeCloseTo(0.3 * flow, 9);
    expect(arcs.logWeight).toBe(market.arcs.logWeight);
  });

  it("is the market itself where all still comes, or where nobody is stopped", () => {
    expect(stopped({ remaining: 1 })).toBe(market);
    expect(stopped({ to: [] })).toBe(market);
    expect(stopped({ goods: [] })).toBe(market);
    expect(toyMarket.regions).toEqual(market.regions);
  });

  it("holds members' sales to others where a crisis is shared and a member is stopped", () => {
    const sharing = [{ lever: "cooperation", members: ["USA", "JPN", "AUS"], share: 0.4 }];
    const oxide = { goods: ["oxide.NdPr"] };
    const ids = (over: Partial<ShockSpec>) =>
      stopped({ ...oxide, ...over }, sharing).controls.map(({ id }) => id);
    expect(ids({ to: ["JPN"] })).toContain("sharing:oxide.NdPr");
    expect(ids({ to: ["CHN"], by: ["AUS"] })).not.toContain("sharing:oxide.NdPr");
  });

  it("has milder forms on the way, each stricter than the one before", () => {
    const limits = milderStops(market, equilibrium.flow, spec, [], frame).map(
      ({ controls }) => controls[controls.length - 1].limit,
    );
    expect(limits).toHaveLength(3);
    expect(limits[0]).toBeGreaterThan(limits[1]);
    expect(limits[1]).toBeGreaterThan(limits[2]);
    expect(limits[2]).toBeGreaterThan(0);
  });
});
