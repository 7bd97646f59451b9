import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { worldOf } from "../fields/index.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun, run, valueOf, type RunResult } from "../results/index.js";
import { parseScenario, type Scenario } from "../scenario/index.js";
import { why } from "./why.js";

const frame = prepareRun(toyChain, toyBaseline);
const plants = toyBaseline.nodes.flatMap((node) => node.plant ?? []);
const world = worldOf(
  toyChain,
  plants,
  toyBaseline.projects.map(({ id }) => id),
);

function scenarioOf(levers: readonly object[]): Scenario {
  const members = ["USA", "JPN", "AUS"];
  const file = { schema: "didym/scenario@1", name: "toy", members, levers, horizon: [2024, 2028] };
  const reading = parseScenario(file, { world, years: [2024, 2040] });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues));
  return reading.scenario;
}

const duty = {
  tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: "25%", from: 2025 },
};
const tax = {
  "export-tax": { exporter: "CHN", destinations: "all", goods: "oxide.NdPr", rate: "20%", from: 2025 },
};
const support = {
  subsidy: { covers: "AUS", goods: "oxide.NdPr", "per-tonne": "15 USD/kg", "paid-by": "AUS", from: 2025 },
};
let asked = 0;
const solve = (scenario: Scenario): RunResult => {
  asked++;
  return run(toyChain, toyBaseline, scenario, { frame });
};
const ask = (levers: readonly object[], metric: string, against?: readonly object[]) => {
  asked = 0;
  return why(
    {
      scenario: scenarioOf(levers),
      metric,
      seed: 1,
      ...(against !== undefined && { against: scenarioOf(against) }),
    },
    solve,
  );
};

describe("why", () => {
  const metrics = [
    "price[oxide.NdPr,JPN,2027]",
    "welfare[members,2027]",
    "production[magnet.NdFeB-standard,USA,2026]",
    "hhi[oxide,JPN,2027]",
    "revenue[USA,duty,2027]",
  ];

  it.each(metrics)("splits %s into parts that sum to the difference", (metric) => {
    const answer = ask([duty, tax, support], metric);
    const sum = answer.contributions.reduce((all, { value }) => all + value, 0);
    const scale = Math.max(1, Math.abs(answer.with), Math.abs(answer.without));
    expect(Math.abs(sum - answer.total)).toBeLessThanOrEqual(1e-12 * scale);
    expect(answer.with - answer.without).toBeCloseTo(answer.total, 9);
    expect(answer.standardError).toBe(0);
    const whole = run(toyChain, toyBaseline, scenarioOf([duty, tax, support]), { frame });
    expect(answer.with).toBeCloseTo(valueOf(whole, metric)!, 9);
  });

  it("solves each set of levers once, and no year after the one asked about", () => {
    const answer = ask([duty, tax], "price[oxide.NdPr,JPN,2026]");
    expect(asked).toBe(1 + 4);
    expect(answer.metric).toBe("price[good=oxide.NdPr,region=JPN,2026]");
  });

  it("takes what both scenarios hold as given", () => {
    const answer = ask([duty, tax], "price[oxide.NdPr,JPN,2027]", [duty]);
    expect(answer.contributions.map(({ lever }) => lever)).toEqual(["export-tax"]);
    const apart = ask([duty, tax], "price[oxide.NdPr,JPN,2027]");
    expect(answer.total).not.toBe(apart.total);
  });

  it("is nothing where nothing was added", () => {
    const answer = ask([duty], "price[oxide.NdPr,JPN,2027]", [duty]);
    expect(answer).toMatchObject({ total: 0, contributions: [], causes: [] });
  });

  it("leaves out chains of levers that bring next to nothing", () => {
    const idle = {
      "export-tax": { exporter: "AUS", destinations: "USA", goods: "oxide.LaCe", rate: "1%", from: 2025 },
    };
    const answer = ask(
      [duty, { ...idle, "export-tax": { ...idle["export-tax"], id: "idle" } }],
      "price[oxide.NdPr,JPN,2027]",
    );
    expect(answer.causes.map(({ lever }) => lever)).toEqual(["tariff"]);
  });

  it("says that a figure has no meaning instead of taking it as nothing", () => {
    expect(() => ask([duty], "price[concentrate.bayan-obo,USA,2027]")).toThrow(IssueError);
    expect(() => ask([duty], "price[oxide.NdPr,JPN,2035]")).toThrow(IssueError);
  });
});
