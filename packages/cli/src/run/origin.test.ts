import { describe, expect, it } from "vitest";
import { parseScenario } from "@didym/core/scenario";
import { originOf, type Origin } from "@didym/core/provenance";
import { defaultSeries } from "@didym/core/results";
import { scenarioLibrary } from "../scenario/library.js";
import { scenarioContext } from "../scenario/scenario-context.js";
import { headlines, shownYears } from "./headline.js";
import { laboratory } from "./laboratory.js";
import { tableOfSources } from "./report-sources.js";

const library = await scenarioLibrary();
const reading = parseScenario(library["washington-2026"].read().value, await scenarioContext(library));
if ("issues" in reading) throw new Error("washington-2026 cannot be read");
const { scenario } = reading;
const lab = await laboratory(scenario.parameters);
const result = lab.run(scenario, {});
const { levers } = scenario;
const cited = new Set((await tableOfSources()).flatMap(({ names }) => names));

/** What keeps a figure's origin from being one, in words. */
function missing({ evidence, assumptions, sources }: Origin): string[] {
  return [
    ...(evidence.length + assumptions.length === 0 ? ["no row"] : []),
    ...evidence.filter((fact) => fact.sources.length === 0).map(({ id }) => `${id} without source`),
    ...assumptions.filter((fact) => fact.reason === "").map(({ id }) => `${id} without reason`),
    ...sources.filter((id) => !cited.has(id)).map((id) => `${id} is no source`),
  ];
}

describe("the origin of figures of the default report", () => {
  it("is known for every number of the headline table", () => {
    const years = shownYears(result.years);
    for (const { reference } of headlines)
      for (const year of years) {
        const origin = originOf(result, reference.replace("]", `,${year}]`), { levers });
        expect([reference, year, ...missing(origin)]).toEqual([reference, year]);
      }
  });

  it("is known for every series", () => {
    const series = defaultSeries(result);
    expect(series.length).toBeGreaterThan(1000);
    const without = series.flatMap(({ metric, names }) => {
      const place = Object.entries(names).map(([dimension, name]) => `${dimension}=${name}`);
      const reference = `${metric}[${place.join(",")}]`;
      const found = missing(originOf(result, reference, { levers }));
      return found.length === 0 ? [] : [`${reference}: ${found.join(", ")}`];
    });
    expect(without).toEqual([]);
  });

  it("names the levers that act on the good, and only from their first year on", () => {
    const early = originOf(result, "price[oxide.NdPr,members,2024]", { levers });
    const late = originOf(result, "price[oxide.NdPr,members,2035]", { levers });
    expect(late.levers.length).toBeGreaterThan(early.levers.length);
    for (const lever of early.levers) expect(lever.from).toBeLessThanOrEqual(2024);
  });

  it("puts the good's own rows before those of other goods, and takes less than 5 ms", () => {
    const { evidence, assumptions } = originOf(result, "price[oxide.Dy,CHN,2030]");
    const ids = [...evidence, ...assumptions].map(({ id }) => id);
    expect(ids).toContain("price.CHN.oxide.Dy");
    expect(ids.some((id) => id.includes("LaCe"))).toBe(false);
    const start = performance.now();
    for (let i = 0; i < 50; i++) originOf(result, "welfare[members,2030]", { levers });
    expect((performance.now() - start) / 50).toBeLessThan(5);
  });
});
