import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import type { Issue } from "../errors/issue.js";
import type { ScenarioContext } from "./context.js";
import { parseScenario } from "./parse-scenario.js";

const context: ScenarioContext = { world: smallWorld, years: [2024, 2040] };
const head = { schema: "didym/scenario@1", name: "mine", members: ["USA", "JPN", "AUS"] };
const tariff = (more: object): object => ({
  importers: "members",
  exporters: ["CHN"],
  goods: ["magnet.*"],
  rate: "25%",
  from: 2026,
  ...more,
});
const withLever = (kind: string, fields: object): object => ({ ...head, levers: [{ [kind]: fields }] });

function issuesOf(file: object): readonly Issue[] {
  const reading = parseScenario(file, context);
  return "issues" in reading ? reading.issues : [];
}

describe("a file with several faults", () => {
  it("gathers every fault of a file", () => {
    const file = {
      ...head,
      levers: [
        { tarif: {} },
        { tariff: { exporters: "CHN", goods: "magnet.*", rate: "x", from: 2030, to: 2020 } },
        { cooperation: 5 },
      ],
      response: [{ "export-ban": { exporter: "CHN", goods: "gold" } }],
    };
    expect(
      issuesOf(file)
        .map((issue) => issue.code)
        .sort(),
    ).toEqual(
      ["MISSING_KEY", "UNKNOWN_GOOD", "UNKNOWN_LEVER", "WRONG_TYPE", "WRONG_TYPE", "YEAR_ORDER"].sort(),
    );
  });

  it("gathers what is wrong with names beside what is wrong with forms", () => {
    const fields = tariff({ importers: ["USB"], exporters: ["CHM"], rate: "25 apples" });
    expect(issuesOf(withLever("tariff", fields)).map(({ code, path }) => [code, path])).toEqual([
      ["WRONG_UNIT", "levers[0].tariff.rate"],
      ["UNKNOWN_REGION", "levers[0].tariff.importers[0]"],
      ["UNKNOWN_REGION", "levers[0].tariff.exporters[0]"],
    ]);
  });

  it("warns of a parameter beyond the range of the evidence, and uses it", () => {
    const ranged = { ...context, parameters: ["a", "b"], ranges: { a: [0, 1], b: [0, 1] } as const };
    const reading = parseScenario({ ...head, parameters: { a: 2, b: 1 } }, ranged);
    expect(reading).toMatchObject({
      scenario: { parameters: { a: 2, b: 1 } },
      warnings: [{ code: "BEYOND_RANGE", path: "parameters.a", found: 2, expected: [0, 1] }],
    });
  });

  it("reads the levers of a file whose head is wrong", () => {
    const file = { ...head, name: "Not an id", extra: 1, horizon: "soon", levers: [{ tarif: {} }] };
    expect(
      issuesOf(file)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["INVALID_ID", "UNKNOWN_KEY", "UNKNOWN_LEVER", "WRONG_TYPE"]);
  });
});
