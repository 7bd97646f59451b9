import { describe, expect, it } from "vitest";
import type { FactAbout } from "./fact.js";
import { factsOf } from "./facts.js";
import { Names } from "./names.js";
import { pathOf } from "./path.js";
import { parseMetricReference } from "../results/index.js";
import { runnableFile, runPlain } from "./small-run.fixture.js";

const run = runPlain(runnableFile());
const { calibration } = run.frame;
const { chain } = calibration;
const facts = factsOf(calibration);
const about = (id: string): FactAbout => facts.find(({ fact }) => fact.id === id)!;
const goods = (row: FactAbout): string[] => row.goods.map((good) => chain.goods[good].id);
const regions = (row: FactAbout): string[] => row.regions.map((region) => chain.regions[region].id);

describe("the rows that a run rests on", () => {
  it("are read once for a calibration", () => {
    expect(factsOf(calibration)).toBe(facts);
    expect(facts.length).toBeGreaterThan(50);
  });

  it("are named once each, and carry a source or a reason", () => {
    const ids = facts.map(({ fact }) => `${fact.kind} ${fact.id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { fact } of facts) expect(fact.sources.length > 0 || fact.reason !== "").toBe(true);
  });

  it("leave out readings that are only compared", () => {
    expect(about("mined")).toBeUndefined();
    expect(about("blanks")).toBeDefined();
  });

  it("know what a figure of the balance is about, from its id or its terms", () => {
    expect(goods(about("level.magnets-japan"))).toEqual(["magnet.NdFeB-standard"]);
    expect(regions(about("level.magnets-japan"))).toEqual(["JPN"]);
    expect(about("level.magnets-japan").technologies).toEqual(["magnet-standard"]);
    expect(about("use.glass.oxide.Dy")).toMatchObject({ endUses: ["glass"], regions: [] });
    expect(goods(about("disposal.CHN.oxide.LaCe"))).toEqual(["oxide.LaCe"]);
    expect(goods(about("to-japan"))).toEqual(["magnet.NdFeB-standard"]);
    expect(regions(about("to-japan")).sort()).toEqual(["CHN", "JPN"]);
  });

  it("know what other rows are about: prices, wedges, projects, growth", () => {
    expect(regions(about("CHN.oxide.NdPr"))).toEqual(["CHN"]);
    expect(about("CHN.oxide.NdPr").fact.kind).toBe("price");
    expect(goods(about("duty"))).toEqual(["magnet.NdFeB-standard"]);
    expect(about("project.more")).toMatchObject({ technologies: ["magnet-standard"] });
    expect(goods(about("project.more"))).toEqual(["magnet.NdFeB-standard"]);
    expect(about("growth.motors.JPN.2028").endUses).toEqual(["motors"]);
  });

  it("know the year of demand to come, and how much of today's purchases its error is", () => {
    const [world, japan] = [about("growth.motors.all.2026"), about("growth.motors.JPN.2028")];
    expect([world.year, japan.year]).toEqual([2026, 2028]);
    expect(about("duty").year).toBeUndefined();
    const bought = (region?: string): number =>
      calibration.uses.endUse.reduce(
        (sum, use, u) =>
          use === "motors" &&
          (region ?? chain.regions[calibration.uses.region[u]].id) ===
            chain.regions[calibration.uses.region[u]].id
            ? sum + calibration.uses.quantity[u] * calibration.uses.price[u]
            : sum,
        0,
      );
    const spread = chain.base!.spread[world.fact.grade];
    expect(world.size).toBeCloseTo(1.2 * spread * bought(), 6);
    expect(japan.size).toBeCloseTo(2 * spread * bought("JPN"), 6);
  });

  it("know assumptions by their names, wide ranges before narrow ones", () => {
    const row = about("horizon.adaptation");
    expect(row.fact).toMatchObject({ kind: "assumption", low: 0.25, high: 1 });
    expect(row.size).toBeCloseTo(1.5, 12);
    expect(goods(about("sourcing-elasticity.magnet.NdFeB-standard"))).toEqual(["magnet.NdFeB-standard"]);
    expect(goods(about("supply-elasticity.metal"))).toEqual(["metal.NdPr"]);
    expect(goods(about("demand.value-added.glass")).sort()).toEqual(["oxide.Dy", "oxide.LaCe"]);
  });
});

describe("names in rows", () => {
  const names = new Names(chain);

  it("are goods by pattern and stage, and regions by selector", () => {
    expect(names.goods("oxide.*").map((good) => chain.goods[good].id)).toEqual([
      "oxide.NdPr",
      "oxide.LaCe",
      "oxide.Dy",
    ]);
    expect(names.goods("oxide.Tb")).toEqual([]);
    expect(names.goodsOfStage("metal").map((good) => chain.goods[good].id)).toEqual(["metal.NdPr"]);
    expect(names.regions("CHN+MMR").map((region) => chain.regions[region].id)).toEqual(["CHN", "MMR"]);
    expect(names.regions("*")).toEqual([]);
    expect(names.regions("")).toEqual([]);
  });

  it("are products: of a separation all it gives, of a metal works what its level counts", () => {
    const made = (technology: string): string[] =>
      names.productsOf(technology).map((good) => chain.goods[good].id);
    expect(made("metal-NdPr")).toEqual(["metal.NdPr"]);
    expect(made("separation-clay-southeast-asia").sort()).toEqual(["oxide.Dy", "oxide.LaCe", "oxide.NdPr"]);
    expect(made("none")).toEqual([]);
  });

  it("are uses", () => {
    expect(names.goodsOfUse("motors").map((good) => chain.goods[good].id)).toEqual(["magnet.NdFeB-standard"]);
    expect(names.goodsOfUse("none")).toEqual([]);
  });
});

describe("the way from a figure through the chain", () => {
  const steps = (reference: string): Record<string, number> => {
    const path = pathOf(run, parseMetricReference(reference, run));
    return Object.fromEntries(chain.goods.map(({ id }, i) => [id, path.steps[i]]));
  };

  it("counts processes and shared uses, from nothing at the figure's own good", () => {
    expect(steps("price[metal.NdPr,JPN,2025]")).toMatchObject({
      "metal.NdPr": 0,
      "oxide.NdPr": 1,
      "magnet.NdFeB-standard": 1,
      "concentrate.bayan-obo": 2,
    });
    expect(steps("price[oxide.Dy,JPN,2025]")["oxide.LaCe"]).toBe(1);
  });

  it("starts at every good of a stage, or of the chain where none is named", () => {
    const shares = steps("share[oxide,CHN,2025]");
    for (const good of ["oxide.NdPr", "oxide.LaCe", "oxide.Dy"]) expect(shares[good]).toBe(0);
    expect(Object.values(steps("welfare[CHN,2025]")).every((step) => step === 0)).toBe(true);
  });

  it("is about the figure's region and partner, and the world where none is named", () => {
    const named = (reference: string): string[] =>
      [...pathOf(run, parseMetricReference(reference, run)).regions].map((r) => chain.regions[r].id).sort();
    expect(named("imports-from[oxide.NdPr,JPN,CHN,2025]")).toEqual(["CHN", "JPN"]);
    expect(named("price[oxide.NdPr,world,2025]")).toEqual(["CHN", "JPN", "MMR"]);
    expect(named("price[oxide.NdPr,members,2025]")).toEqual(["JPN"]);
  });
});
