import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSeries } from "../results/index.js";
import type { Fact, FactKind } from "./fact.js";
import { factsOf } from "./facts.js";
import { mixed } from "./mixed.js";
import { Names } from "./names.js";
import { isAssumption, originOf, rank } from "./origin-of.js";
import { pathOf } from "./path.js";
import { parseMetricReference } from "../results/index.js";
import { runnableFile, runPlain } from "./small-run.fixture.js";
import { subjectOfAssumption } from "./subject-of-assumption.js";

const run = runPlain(runnableFile());
const { chain } = run.frame.calibration;
const references = defaultSeries(run).map(
  ({ metric, names }) =>
    `${metric}[${[...Object.entries(names).map(([key, name]) => `${key}=${name}`), 2026].join(",")}]`,
);
const anyReference = fc.constantFrom(...references);

describe("the origin of any figure of a small chain", () => {
  it("is known: at least one row, each with a source or a reason", () => {
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      const { evidence, assumptions } = originOf(run, reference);
      expect([reference, evidence.length + assumptions.length > 0]).toEqual([reference, true]);
      for (const fact of evidence) expect(fact.sources.length).toBeGreaterThan(0);
      for (const fact of assumptions) expect(fact.grade === "D" || fact.sources.length === 0).toBe(true);
    }
  });

  it("names demand of the figure's own year before that of another", () => {
    const order = (year: number): string[] =>
      rank(run, pathOf(run, parseMetricReference("price[oxide.NdPr,JPN]", run)), [], year)
        .filter(({ kind }) => kind === "growth")
        .map(({ id }) => id);
    expect(order(2026)).toEqual(["growth.motors.all.2026", "growth.motors.JPN.2028"]);
    expect(order(2028)).toEqual(["growth.motors.JPN.2028", "growth.motors.all.2026"]);
  });

  it("names no row twice, no more than asked for, and the sources of all of them once", () => {
    fc.assert(
      fc.property(anyReference, fc.integer({ min: 1, max: 20 }), (reference, most) => {
        const { evidence, assumptions, sources } = originOf(run, reference, { most });
        for (const list of [evidence, assumptions]) {
          expect(list.length).toBeLessThanOrEqual(most);
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        }
        expect(new Set(sources).size).toBe(sources.length);
        const cited = [...evidence, ...assumptions].flatMap((fact) => fact.sources);
        expect(new Set(sources)).toEqual(new Set(cited));
      }),
      { seed: 51, numRuns: 40 },
    );
  });

  it("is the same when asked again, and gives more rows where more are asked for", () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        const few = originOf(run, reference, { most: 3 });
        expect(originOf(run, reference, { most: 3 })).toEqual(few);
        const many = originOf(run, reference, { most: 12 });
        expect(many.evidence.length).toBeGreaterThanOrEqual(few.evidence.length);
        expect(many.value).toBe(few.value);
      }),
      { seed: 52, numRuns: 20 },
    );
  });
});

describe("the order of rows", () => {
  const ranked = (reference: string): Fact[] =>
    rank(run, pathOf(run, parseMetricReference(reference, run)), [], 2026);

  it("begins with the figure's own good and region", () => {
    const ids = ranked("price[oxide.NdPr,CHN,2026]").map(({ id }) => id);
    expect(ids.indexOf("CHN.oxide.NdPr")).toBeLessThan(ids.indexOf("*.oxide.Dy"));
    expect(ids.indexOf("recycled.CHN.oxide.NdPr")).toBeLessThan(ids.indexOf("level.magnets-japan"));
  });

  it("leaves out rows that only a lever asks for, until it acts", () => {
    const rows = factsOf(run.frame.calibration);
    const leverRows = rows.filter(({ lever }) => lever !== undefined);
    const ids = new Set(ranked("price[oxide.NdPr,CHN,2026]").map(({ id }) => id));
    for (const { fact } of leverRows) expect(ids.has(fact.id)).toBe(false);
  });

  it("holds every row within reach once", () => {
    const ids = ranked("welfare[CHN,2026]").map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(50);
  });
});

describe("a choice of rows by kind", () => {
  const kinds: readonly FactKind[] = ["figure", "price", "project", "growth", "wedge", "cost", "assumption"];
  const list = fc.array(fc.constantFrom(...kinds), { maxLength: 30 }).map((found) =>
    found.map((kind, i): Fact => ({
      id: `${i}`,
      kind,
      value: 1,
      unit: "t",
      sources: [],
      grade: "C",
      reason: "",
    })),
  );

  it("keeps the order, takes as many as there are, and shows every kind that has room", () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 40 }), (ranked, most) => {
        const chosen = mixed(ranked, most);
        expect(chosen).toHaveLength(Math.min(most, ranked.length));
        const at = chosen.map((fact) => ranked.indexOf(fact));
        expect(at).toEqual([...at].sort((a, b) => a - b));
        const all = new Set(ranked.map(({ kind }) => kind));
        const shown = new Set(chosen.map(({ kind }) => kind));
        expect(shown.size).toBe(Math.min(all.size, most));
      }),
      { seed: 53 },
    );
  });

  it("takes the first of a kind before its second", () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 40 }), (ranked, most) => {
        const chosen = new Set(mixed(ranked, most));
        for (const kind of kinds) {
          const own = ranked.filter((fact) => fact.kind === kind).map((fact) => chosen.has(fact));
          expect(own).toEqual([...own].sort((a, b) => Number(b) - Number(a)));
        }
      }),
      { seed: 54 },
    );
  });
});

describe("what is assumed", () => {
  const fact = (grade: Fact["grade"], sources: readonly string[]): Fact => ({
    id: "x",
    kind: "figure",
    value: 1,
    unit: "t",
    sources,
    grade,
    reason: "",
  });

  it("is grade D, and whatever has no source", () => {
    expect(isAssumption(fact("D", ["S"]))).toBe(true);
    expect(isAssumption(fact("C", []))).toBe(true);
    expect(isAssumption(fact("C", ["S"]))).toBe(false);
  });

  it("is about goods and regions by the words of its id, and about nothing where no run rests on it", () => {
    const names = new Names(chain);
    const about = (id: string) => {
      const found = subjectOfAssumption(id, names);
      return found === undefined
        ? undefined
        : {
            goods: found.goods.map((good) => chain.goods[good].id),
            regions: found.regions.map((region) => chain.regions[region].id),
            endUses: found.endUses,
            technologies: found.technologies,
          };
    };
    expect(about("cost-of-capital.JPN")).toMatchObject({ goods: [], regions: ["JPN"] });
    expect(about("disposal-price.oxide")?.goods).toEqual(["oxide.NdPr", "oxide.LaCe", "oxide.Dy"]);
    expect(about("freight.magnet.fixed")?.goods).toEqual(["magnet.NdFeB-standard"]);
    expect(about("demand.life-shape.magnets")?.goods).toEqual(["magnet.NdFeB-standard"]);
    expect(about("demand.life-shape.oxides")?.goods).toHaveLength(3);
    expect(about("demand.glass.elasticity-short")?.endUses).toEqual(["glass"]);
    expect(about("lead-time.separation")?.technologies).toHaveLength(3);
    expect(about("horizon.ramp-years.metal")?.technologies).toEqual(["metal-NdPr"]);
    expect(about("horizon.discount-rate")).toMatchObject({ goods: [], regions: [], endUses: [] });
    for (const outside of ["summit.hazard", "shock.cover", "reaction.threshold"])
      expect(about(outside)).toBeUndefined();
  });
});
