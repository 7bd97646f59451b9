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

/** A shipped scenario and its run. */
async function solved(name: string) {
  const reading = parseScenario(library[name].read().value, await scenarioContext(library));
  if ("issues" in reading) throw new Error(`${name} cannot be read`);
  const { scenario } = reading;
  const lab = await laboratory(scenario.parameters);
  return { result: lab.run(scenario, {}), levers: scenario.levers };
}

const runs = { "status-quo": await solved("status-quo"), "washington-2026": await solved("washington-2026") };
const { result, levers } = runs["washington-2026"];
const cited = new Set((await tableOfSources()).flatMap(({ names }) => names));
/** Every year of every series with DIDYM_DEEP=1; else the last one, where every lever that ever acts may. */
const deep = process.env["DIDYM_DEEP"] === "1";

/** What keeps a figure's origin from being one, in words. */
function missing({ evidence, assumptions, sources }: Origin): string[] {
  return [
    ...(evidence.length + assumptions.length === 0 ? ["no row"] : []),
    ...evidence.filter((fact) => fact.sources.length === 0).map(({ id }) => `${id} without source`),
    ...assumptions.filter((fact) => fact.reason === "").map(({ id }) => `${id} without reason`),
    ...sources.filter((id) => !cited.has(id)).map((id) => `${id} is no source`),
  ];
}

describe.each(Object.entries(runs))("the origin of figures of the default report of %s", (_, run) => {
  it("is known for every number of the headline table", () => {
    const years = shownYears(run.result.years);
    expect(headlines.length * years.length).toBeGreaterThan(50);
    for (const { reference } of headlines)
      for (const year of years) {
        const origin = originOf(run.result, reference.replace("]", `,${year}]`), run);
        expect([reference, year, ...missing(origin)]).toEqual([reference, year]);
      }
  });

  it("is known for every series: 100%", () => {
    const series = defaultSeries(run.result);
    expect(series.length).toBeGreaterThan(1000);
    const years = deep ? run.result.years : [run.result.years.at(-1)!];
    const without = series.flatMap(({ metric, names }) => {
      const place = Object.entries(names).map(([dimension, name]) => `${dimension}=${name}`);
      return years.flatMap((year) => {
        const reference = `${metric}[${[...place, year].join(",")}]`;
        const found = missing(originOf(run.result, reference, run));
        return found.length === 0 ? [] : [`${reference}: ${found.join(", ")}`];
      });
    });
    expect(without).toEqual([]);
  }, 600_000);
});

describe("the origin of a figure", () => {
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
    const start = process.cpuUsage();
    for (let i = 0; i < 50; i++) originOf(result, "welfare[members,2030]", { levers });
    expect(process.cpuUsage(start).user / 50_000).toBeLessThan(5);
  });
});
