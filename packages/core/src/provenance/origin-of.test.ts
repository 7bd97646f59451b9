import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { run, type RunResult } from "../results/index.js";
import { Names } from "./names.js";
import { originOf, type LeverAbout } from "./origin-of.js";
import { subjectOfAssumption } from "./subject-of-assumption.js";

const assumption = (id: string) => ({
  id,
  value: 1,
  low: 0.5,
  high: 2,
  unit: "1",
  source_id: "",
  grade: "D",
  reason: "assumed",
});
const figure = (id: string) => ({
  id,
  what: id,
  whatZh: id,
  unit: "t",
  found: 10,
  balanced: 11,
  grade: "B" as const,
  sources: ["S"],
  reason: "reported",
});
/** A run of the toy chain whose data hold these rows besides. */
function solve(horizon: [number, number], ids: readonly string[], figures: readonly string[]): RunResult {
  const baseline = { ...toyBaseline, figures: figures.map(figure) };
  const result = run(toyChain, baseline, { name: "toy", levers: [], horizon, members: ["USA", "JPN"] });
  const { calibration } = result.frame;
  const chain = { ...calibration.chain, assumptions: ids.map(assumption) };
  return { ...result, frame: { ...result.frame, calibration: { ...calibration, chain } } };
}
const goodsOf = (id: string): string[] | undefined =>
  subjectOfAssumption(id, new Names(toyChain))?.goods.map((good) => toyChain.goods[good].id);

describe("what an assumption is about", () => {
  it("is read from its id", () => {
    expect(goodsOf("sourcing-elasticity.oxide")).toEqual(
      toyChain.goods.filter(({ stage }) => stage === "oxide").map(({ id }) => id),
    );
    expect(goodsOf("sourcing-elasticity.oxide.NdPr")).toEqual(["oxide.NdPr"]);
    const use = toyChain.endUses[0];
    expect(goodsOf(`demand.${use.id}.elasticity-short`)).toEqual(use.goods);
    expect(subjectOfAssumption("cost-of-capital.USA", new Names(toyChain))?.regions).toEqual([
      toyChain.regions.findIndex(({ id }) => id === "USA"),
    ]);
    expect(goodsOf("horizon.adaptation")).toEqual([]);
  });

  it("is nothing where no run rests on it, and a lever where only that lever asks", () => {
    expect(goodsOf("summit.hazard")).toBeUndefined();
    expect(subjectOfAssumption("lever.cooperation.know-how-cost", new Names(toyChain))).toMatchObject({
      lever: "cooperation",
    });
  });
});

describe("the origin of a figure", () => {
  const ids = [
    "horizon.adaptation",
    "lever.cooperation.know-how-cost",
    "sourcing-elasticity.oxide",
    "summit.hazard",
  ];
  const result = solve([2024, 2025], ids, ["disposal.CHN.oxide.NdPr", "disposal.USA.oxide.NdPr"]);

  it("has the metric's unit, year and value, and rows of the place first", () => {
    const origin = originOf(result, "price[oxide.NdPr,CHN,2025]");
    expect(origin).toMatchObject({ metric: "price", unit: "USD/kg", year: 2025 });
    expect(origin.value).toBeGreaterThan(0);
    expect(origin.evidence.map(({ id }) => id)).toEqual([
      "disposal.CHN.oxide.NdPr",
      "disposal.USA.oxide.NdPr",
    ]);
    expect(origin.evidence[0]).toMatchObject({ value: 10, balanced: 11, grade: "B", sources: ["S"] });
    expect(origin.sources).toEqual(["S"]);
  });

  it("leaves out in the base year what only later years rest on", () => {
    const named = (reference: string): string[] =>
      originOf(result, reference).assumptions.map(({ id }) => id);
    expect(named("price[oxide.NdPr,USA,2025]")).toEqual(["sourcing-elasticity.oxide", "horizon.adaptation"]);
    expect(named("price[oxide.NdPr,USA,2024]")).toEqual(["sourcing-elasticity.oxide"]);
  });

  it("gives levers within reach, and the assumptions that come with them", () => {
    const lever = (kind: string, from: number, goods?: string[]): LeverAbout => ({
      id: kind,
      kind,
      from,
      to: 2040,
      ...(goods !== undefined && { params: { goods } }),
    });
    const levers = [
      lever("cooperation", 2025),
      lever("tariff", 2026),
      lever("export-ban", 2025, ["tungsten.*"]),
    ];
    const origin = originOf(result, "price[oxide.NdPr,USA,2025]", { levers });
    expect(origin.levers.map(({ id }) => id)).toEqual(["cooperation"]);
    expect(origin.assumptions.map(({ id }) => id)).toContain("lever.cooperation.know-how-cost");
  });

  it("holds no more rows than asked", () => {
    expect(originOf(result, "welfare[world]", { most: 1 }).evidence).toHaveLength(1);
  });

  it("refuses what is no reference", () => {
    expect(() => originOf(result, "pric[oxide.NdPr]")).toThrow("UNKNOWN_METRIC");
  });
});
