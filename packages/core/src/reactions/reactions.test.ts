import { describe, expect, it } from "vitest";
import { answerSettings, answersWith } from "../fixtures/answers.js";
import { leverYear, toyMarket, toyYear, underLevers } from "../fixtures/lever-year.js";
import { solveYear } from "../fixtures/solve-year.js";
import type { ScenarioLever } from "../scenario/scenario.js";
import { reactionOf, reactions, reactionSettings } from "./index.js";

const floor: ScenarioLever = {
  id: "floor",
  kind: "price-floor",
  from: 2026,
  to: 2040,
  response: false,
  origin: "test",
  sources: [],
  params: { mechanism: "border-adjusted", good: ["magnet.NdFeB-standard"], at: 60 },
};
const { situation, answer } = answersWith({
  goods: ["oxide.NdPr", "magnet.NdFeB-standard", "magnet.NdFeB-high-temperature"],
  levers: [floor],
  basePrice: (good) => (good === "magnet.NdFeB-standard" ? 35 : 55),
  aboveCost: () => 20,
  madeOf: (good) => (good === "oxide.NdPr" ? ["metal.NdPr"] : []),
});
const MAGNET = "magnet.NdFeB-standard";

describe("reactions", () => {
  it("do nothing where nobody has committed", () => {
    for (const { id } of reactions) expect(answer(id, { committed: [] })).toEqual([]);
    expect(answer("none")).toEqual([]);
  });

  it("are levers that can be read and solved", () => {
    for (const { id } of reactions) {
      const year = underLevers(answer(id, { courted: ["AUS"] }), 2026);
      expect(year.equilibrium.residual, id).toBeLessThan(1e-9);
    }
  });

  it("squeeze all who committed, or the first only", () => {
    const base = toyYear();
    const all = underLevers(answer("licence-squeeze"));
    const first = underLevers(answer("first-mover-squeeze"));
    for (const region of ["USA", "JPN"])
      expect(all.price(MAGNET, region)).toBeGreaterThan(base.price(MAGNET, region));
    expect(first.price(MAGNET, "USA")).toBeGreaterThan(base.price(MAGNET, "USA"));
    expect(first.flow(MAGNET, "CHN", "JPN")).toBeGreaterThan(all.flow(MAGNET, "CHN", "JPN"));
  });

  it("lower prices in a price war where plants outside have grown, at the responder's own cost", () => {
    const entries = answer("price-war");
    const grown = (factor: number) => {
      const capacity = toyMarket.nodes.capacity.map((value, k) =>
        toyMarket.regions[toyMarket.nodes.region[k]] === "CHN" ? value : factor * value,
      );
      const market = { ...toyMarket, nodes: { ...toyMarket.nodes, capacity } };
      return {
        without: solveYear(market),
        war: solveYear(leverYear(entries, 2026, undefined, market).market),
      };
    };
    const { without, war } = grown(1.5);
    expect(war.price(MAGNET, "USA")).toBeLessThan(without.price(MAGNET, "USA"));
    expect(war.price(MAGNET, "USA")).toBeGreaterThan(without.price(MAGNET, "USA") - 0.15 * 35 * 1.2);
    expect(war.output(MAGNET, "JPN")).toBeLessThan(without.output(MAGNET, "JPN"));
    const refund = war.market.wedges.filter(
      ({ kind, lever }) => kind === "export-tax" && lever.startsWith("response"),
    );
    expect(refund.length).toBeGreaterThan(0);
    expect(refund.every(({ specific }) => specific.every((rate) => rate < 0))).toBe(true);
    const still = grown(1);
    expect(still.war.market.wedges).toEqual(still.without.market.wedges);
  });

  it("fight within cost: the cut is the stated share of the price, or less where makers earn less", () => {
    const cuts = (aboveCost: () => number) =>
      answer("price-war", { aboveCost }).map(
        (entry) => (Object.values(entry)[0] as { specific: string }).specific,
      );
    expect(cuts(() => 20)).toEqual(["-5.25 USD/kg", "-8.25 USD/kg"]);
    expect(cuts(() => 3)).toEqual(["-3 USD/kg", "-3 USD/kg"]);
    expect(cuts(() => 0)).toEqual([]);
  });

  it("carry a fight over an oxide to the metal made of it, and not to magnets, which end uses buy", () => {
    const goods = ["oxide.NdPr", "metal.NdPr", "magnet.NdFeB-standard"];
    const fought = reactionOf("price-war").answer(situation({ goods }), {
      ...answerSettings,
      fought: ["oxide.NdPr"],
    });
    expect(fought.map((entry) => (Object.values(entry)[0] as { goods: string }).goods)).toEqual([
      "oxide.NdPr",
      "metal.NdPr",
    ]);
  });

  it("take by export tax what a border floor's levy would", () => {
    expect(answer("matching-export-tax")).toMatchObject([
      {
        "export-tax": { exporter: "CHN", destinations: ["USA", "JPN"], goods: MAGNET, specific: "25 USD/kg" },
      },
    ]);
    expect(answer("matching-export-tax", { basePrice: () => 90 })).toEqual([]);
    expect(answer("matching-export-tax", { levers: [] })).toEqual([]);
  });

  it("spare those courted what the committed are squeezed", () => {
    const offer = answer("courtship", { committed: ["USA"], courted: ["JPN", "USA"] });
    expect(offer).toMatchObject([
      { "export-licence": { destinations: ["USA"] } },
      { "bilateral-deal": { party: ["JPN"], concession: "20 MUSD/y" } },
    ]);
    expect(answer("courtship")).toEqual(answer("licence-squeeze"));
  });

  it("are known by name", () => {
    expect(() => reactionOf("price-wars")).toThrow("UNKNOWN_RESPONSE");
  });

  it("take their sizes from assumptions by name", () => {
    const rows = [
      ["licence-volume", 0.6],
      ["price-cut", 0.15],
      ["outside-growth", 0],
      ["spared-share", 1],
      ["concession", 20],
    ] as const;
    const assumptions = rows.map(([name, value]) => ({ id: `reaction.${name}`, value }));
    expect(reactionSettings(assumptions, { squeezed: ["magnet.*"], fought: ["magnet.*"] })).toEqual(
      answerSettings,
    );
    expect(() => reactionSettings([], { squeezed: [], fought: [] })).toThrow("reaction.licence-volume");
  });
});
