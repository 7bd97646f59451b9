import { describe, expect, it } from "vitest";
import { toyAssumptions } from "../fixtures/toy-assumptions.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { valueOf } from "../results/index.js";
import { carriedFit } from "./carried-fit.js";
import type { Observation } from "./observation.js";
import { outputLimits, oxideBaseline, oxideChain, quotas, ReducedFigures } from "./oxides-2009.js";
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
        line("try-choke", 20, "20"),
        line("try-choke", 80, "80"),
        line("entry-lead-time", 1),
        line("new-capital-cost", 1000),
        line("plant-life", 30),
        line("cost-of-capital", 0.1),
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
    const { endUses } = oxideChain(figures, { elasticity: 0.2, choke: 11 }, []);
    expect(endUses.map(({ valueAdded }) => valueAdded)).toEqual([120, 1200]);
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

  const more = (...rows: ReturnType<typeof line>[]): typeof tables =>
    new Map([
      ...tables,
      ["backtest-oxides-2009", { rows: [...tables.get("backtest-oxides-2009")!.rows, ...rows] }],
    ]) as typeof tables;

  it("raises prices inside as well where output is limited, and all by nearly one share", () => {
    const limited = more(line("output-limit", 0.6, "2011"));
    expect(outputLimits(new ReducedFigures(limited))).toEqual([{ year: 2011, volume: 600 }]);
    const { result } = quotaBacktest(limited, toyAssumptions, [observation(60)]);
    const rise = (good: string): number =>
      valueOf(result, `origin-price[${good},CHN,2011]`)! / valueOf(result, `origin-price[${good},CHN,2009]`)!;
    expect(valueOf(result, "production[oxide.*,CHN,2011]")).toBeLessThan(600 + 1e-6);
    expect(rise("oxide.Ce")).toBeGreaterThan(1);
    expect(Math.abs(Math.log(rise("oxide.Ce") / rise("oxide.Dy")))).toBeLessThan(0.25);
  });

  it("lets a mine abroad in once it is built, which brings prices down", () => {
    const entered = more(
      line("entry-capacity", 100, "USA"),
      line("entry-year", 2012),
      line("entry-completion", 0.9),
      line("entry-capital-cost", 10),
      line("entry-share", 1, "", "oxide.Ce"),
    );
    const [without, result] = [tables, entered].map(
      (one) => quotaBacktest(one, toyAssumptions, [observation(60)]).result,
    );
    expect(valueOf(result, "production[oxide.Ce,USA,2011]") ?? 0).toBe(0);
    expect(valueOf(result, "production[oxide.Ce,USA,2012]")).toBeGreaterThan(10);
    const price = "price[oxide.Ce,JPN,2012]";
    expect(valueOf(result, price)).toBeLessThan(valueOf(without, price)!);
  });
});

describe("the fit carried to another chain", () => {
  const { chain, baseline } = { chain: toyChain, baseline: toyBaseline };
  const carried = carriedFit({ elasticity: 0.2, choke: 11 }, chain, baseline);

  it("sets elasticity and value added of every use that buys something", () => {
    const used = chain.endUses.filter(({ id }) => baseline.uses.some(({ endUse }) => endUse === id));
    for (const { id } of used) {
      expect(carried[`demand.${id}.elasticity-short`]).toBe(0.2);
      expect(carried[`demand.value-added.${id}`]).toBeGreaterThan(0);
    }
    expect(Object.keys(carried).length).toBeGreaterThanOrEqual(2 * used.length);
  });

  it("takes value added as the price paid times the multiple less one, so that it grows with the choke", () => {
    const higher = carriedFit({ elasticity: 0.2, choke: 21 }, chain, baseline);
    for (const [key, value] of Object.entries(carried))
      expect(higher[key] / value).toBeCloseTo(key.includes("value-added") ? 2 : 1, 12);
  });

  it("raises long-run elasticities that lie below the fitted one, and no others", () => {
    const stiff = carriedFit({ elasticity: 5, choke: 11 }, chain, baseline);
    const raised = Object.keys(stiff).filter((key) => key.endsWith("elasticity-long"));
    expect(raised.length).toBeGreaterThan(0);
    const loose = carriedFit({ elasticity: 0.0001, choke: 11 }, chain, baseline);
    expect(Object.keys(loose).filter((key) => key.endsWith("elasticity-long"))).toEqual([]);
  });
});
