import { describe, expect, it } from "vitest";
import { leverYear } from "../fixtures/lever-year.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { worldOf } from "../fields/index.js";
import { parseMetricReference, prepareRun, run, valueOf, type RunResult } from "../results/index.js";
import { parseScenario, type ScenarioLever } from "../scenario/index.js";
import { causeOf, referenceText } from "./causes.js";
import { leverReach } from "./lever-reach.js";

const members = ["USA", "JPN", "AUS"];
const frame = prepareRun(toyChain, toyBaseline);
const plants = toyBaseline.nodes.flatMap((node) => node.plant ?? []);
const world = worldOf(
  toyChain,
  plants,
  toyBaseline.projects.map(({ id }) => id),
);

function solve(entries: readonly object[]): RunResult {
  const { levers } = leverYear(entries);
  return run(toyChain, toyBaseline, { name: "toy", levers, horizon: [2024, 2027], members }, { frame });
}

function lever(entry: object): ScenarioLever {
  const file = { schema: "didym/scenario@1", name: "toy", members, levers: [entry] };
  const reading = parseScenario(file, { world, years: [2024, 2040] });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues));
  return reading.scenario.levers[0];
}

const nothing = solve([]);
const chainOf = (entry: object, metric: string) =>
  causeOf(lever(entry), parseMetricReference(metric, nothing), nothing, solve([entry]));
const texts = (cause: ReturnType<typeof chainOf>) =>
  cause.steps.map(({ metric, names }) => `${metric} ${names["good"] ?? ""} ${names["region"] ?? ""}`);

const duty = {
  tariff: { importers: "USA", exporters: "CHN", goods: "magnet.NdFeB-standard", rate: "60%", from: 2025 },
};
const licence = {
  "export-licence": {
    exporter: "CHN",
    destinations: ["JPN"],
    goods: "magnet.NdFeB-standard",
    volume: "20% of 2024",
    from: 2025,
  },
};
const support = {
  subsidy: {
    covers: "JPN",
    goods: "magnet.NdFeB-standard",
    "per-tonne": "20 USD/kg",
    "paid-by": "JPN",
    from: 2025,
  },
};

describe("where a lever bites", () => {
  it("is the border it names, with sellers, buyers and goods resolved", () => {
    expect(leverReach(lever(duty), nothing)).toEqual({
      at: "border",
      goods: ["magnet.NdFeB-standard"],
      from: ["CHN"],
      to: ["USA"],
    });
    const floor = { "price-floor": { good: "oxide.*", at: "90", mechanism: "border-adjusted", from: 2025 } };
    expect(leverReach(lever(floor), nothing)).toMatchObject({ at: "border", to: members });
  });

  it("is plants, stores or demand where no destination is named", () => {
    expect(leverReach(lever(support), nothing).at).toBe("plant");
    const stock = { stockpile: { holder: "JPN", goods: "oxide.NdPr", fill: "100 t/y", from: 2025 } };
    expect(leverReach(lever(stock), nothing).at).toBe("stock");
    const shift = { "demand-shift": { "end-uses": ["ev"], change: "10%", from: 2025 } };
    expect(leverReach(lever(shift), nothing).at).toBe("demand");
    const closed = { "technology-export-ban": { exporter: "CHN", from: 2025 } };
    expect(leverReach(lever(closed), nothing)).toMatchObject({ at: "plant", from: ["CHN"] });
  });
});

describe("a chain of causes", () => {
  it("of a duty goes from the border up to the oxide, and ends in the metric", () => {
    const cause = chainOf(duty, "price[oxide.NdPr,JPN,2026]");
    expect(cause).toMatchObject({ lever: "tariff", kind: "tariff" });
    const names = texts(cause);
    expect(names[0]).toBe("price magnet.NdFeB-standard USA");
    expect(names).toContain("imports-from magnet.NdFeB-standard USA");
    expect(names[names.length - 1]).toBe("price oxide.NdPr JPN");
    const up = (text: string) => names.findIndex((name) => name.includes(text));
    expect(up("metal.NdPr")).toBeGreaterThan(up("magnet"));
  });

  it("tells what was and what is: the figures of the two runs", () => {
    const [first] = chainOf(duty, "price[oxide.NdPr,JPN,2026]").steps;
    expect(first.before).toBe(valueOf(nothing, first.reference));
    expect(first.after).toBe(valueOf(solve([duty]), first.reference));
    expect(first.after).toBeGreaterThan(first.before);
  });

  it("of a licence shows the destination it holds, also where another region is asked about", () => {
    const names = texts(chainOf(licence, "price[magnet.NdFeB-standard,USA,2026]"));
    expect(names[0]).toBe("price magnet.NdFeB-standard JPN");
    expect(names[names.length - 1]).toBe("price magnet.NdFeB-standard USA");
  });

  it("of support begins with the plants where output moves most", () => {
    const names = texts(chainOf(support, "price[magnet.NdFeB-standard,USA,2026]"));
    expect(names).toContain("production magnet.NdFeB-standard JPN");
  });

  it("of welfare shows the sums it is made of, those that count", () => {
    const names = texts(chainOf(duty, "welfare[USA,2026]"));
    expect(names).toContain("consumer-surplus  USA");
    expect(names[names.length - 1]).toBe("welfare  USA");
  });

  it("repeats no figure, and leaves out what hardly moves", () => {
    for (const entry of [duty, licence, support])
      for (const metric of [
        "price[oxide.NdPr,JPN,2026]",
        "price[magnet.NdFeB-standard,JPN,2026]",
        "hhi[2026]",
      ]) {
        const { steps } = chainOf(entry, metric);
        const keys = steps.map(({ metric: id, names }) =>
          JSON.stringify([id, Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))]),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const { before, after } of steps.slice(0, -1)) expect(after).not.toBe(before);
        expect(steps.length).toBeLessThanOrEqual(8);
      }
  });

  it("names a reference so that it can be asked again", () => {
    const asked = parseMetricReference("imports-from[oxide.NdPr,JPN,AUS]", nothing);
    const text = referenceText(asked, 2026);
    expect(parseMetricReference(text, nothing)).toMatchObject({ names: asked.names, year: 2026 });
    expect(referenceText(asked, undefined)).not.toContain("20");
  });
});
