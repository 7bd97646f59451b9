import { describe, expect, it } from "vitest";
import { toyAssumptions } from "../fixtures/toy-assumptions.js";
import { valueOf } from "../results/index.js";
import type { Observation } from "./observation.js";
import { oxideBaseline, oxideChain, quotas, ReducedFigures } from "./oxides-2009.js";
import { quotaBacktest, quotaTerms } from "./quota-2010.js";

const line = (what: string, value: number | null, place = "", good = "", row = "") => ({
  what,
  value,
  place: place === "" ? null : place,
  good: good === "" ? null : good,
  row: row === "" ? null : row,
});
const tables = new Map([
  ["prices", { rows: [{ id: "p", value: 12 }] }],
  [
    "backtest-oxides-2009",
    {
      rows: [
        line("share", 0.9, "", "oxide.Ce"),
        line("share", 0.1, "", "oxide.Dy"),
        line("price", null, "", "oxide.Ce", "p"),
        line("price", 120, "", "oxide.Dy"),
        line("output", 1000, "CHN"),
        line("exports", 400, "CHN"),
        line("export-share", 0.6, "JPN"),
        line("export-share", 0.4, "USA"),
        line("quota", 400, "2010"),
        line("quota", 200, "2011"),
        line("export-tax", 0.15),
        line("freight", 0.3),
        line("disposal-price", 0.2),
        line("supply-elasticity", 1),
        line("sourcing-elasticity", 20),
        line("elasticity-long", 0.6),
        line("utilisation", 0.9),
        line("exchange-rate", 6.3),
        line("vat", 0.17),
        line("try-elasticity", 0.2, "0.2"),
        line("try-elasticity", 0.5, "0.5"),
        line("try-value-added", 100, "100"),
        line("try-value-added", 400, "400"),
      ],
    },
  ],
]);
const observation = (observed: number): Observation => ({
  case: "quota-2010",
  series: "abroad-Ce",
  what: { en: "", zh: "" },
  date: "2011",
  control: undefined,
  reference: "price[oxide.Ce,world-excluding-CHN,2011]",
  observed,
  unit: "USD/kg",
  sources: [],
  grade: "B",
});

describe("the reduced chain of 2009", () => {
  const figures = new ReducedFigures(tables);

  it("reads prices from the evidence where a row is named", () => {
    expect(figures.all("price")).toEqual([
      { of: "oxide.Ce", value: 12 },
      { of: "oxide.Dy", value: 120 },
    ]);
    expect(quotaTerms(tables)).toEqual({ cnyPerUsd: 6.3, vat: 0.17 });
  });

  it("balances: what is made is bought, and exports are as found", () => {
    const { flows, uses, nodes } = oxideBaseline(figures);
    const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
    expect(sum(flows.map(({ quantity }) => quantity))).toBeCloseTo(1000, 9);
    expect(sum(flows.filter(({ to }) => to !== "CHN").map(({ quantity }) => quantity))).toBeCloseTo(400, 9);
    expect(sum(uses.flatMap(({ goods }) => Object.values(goods)))).toBeCloseTo(1000, 9);
    expect(nodes[0].level).toBe(1000);
    expect(oxideChain(figures, { elasticity: 0.2, valueAdded: 100 }, []).endUses).toHaveLength(2);
    expect(quotas(figures)).toEqual([
      { year: 2010, volume: 400 },
      { year: 2011, volume: 200 },
    ]);
  });
});

describe("the back-test of the quotas", () => {
  it("raises prices abroad by the same dollars for every element, and lowers them inside", () => {
    const { result } = quotaBacktest(tables, toyAssumptions, [observation(60)]);
    const at = (reference: string): number => valueOf(result, reference)!;
    const rise = (good: string): number =>
      at(`price[${good},JPN,2011]`) -
      at(`price[${good},JPN,2009]`) -
      1.15 * (at(`origin-price[${good},CHN,2011]`) - at(`origin-price[${good},CHN,2009]`));
    expect(rise("oxide.Ce")).toBeGreaterThan(5);
    expect(rise("oxide.Dy") / rise("oxide.Ce")).toBeCloseTo(1.0, 1);
    expect(at("origin-price[oxide.Ce,CHN,2011]")).toBeLessThan(at("origin-price[oxide.Ce,CHN,2009]"));
    const shipped = at("imports-from[oxide.*,world-excluding-CHN,CHN,2011]");
    expect(shipped).toBeCloseTo(200, 4);
  });

  it("takes the stiffer demand where prices rose more", () => {
    const fitted = (observed: number): readonly number[] =>
      quotaBacktest(tables, toyAssumptions, [observation(observed)]).fitted.map(({ value }) => value);
    expect(fitted(1000)[0]).toBe(0.2);
    expect(fitted(13)[0]).toBe(0.5);
    for (const { case: name } of quotaBacktest(tables, toyAssumptions, [observation(60)]).fitted)
      expect(name).toBe("quota-2010");
  });
});
