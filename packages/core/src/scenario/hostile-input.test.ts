import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import { leverKinds, levers } from "../levers/register.js";
import type { ScenarioContext } from "./context.js";
import { parseScenario } from "./parse-scenario.js";
import { setField } from "./set-field.js";

const context: ScenarioContext = { world: smallWorld, years: [2024, 2040], library: {}, inForce: [] };
const head = { schema: "didym/scenario@1", name: "x" };

/** Every value that JSON or YAML can hold, some of it shaped like what is expected. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "members",
    "110 USD/kg",
    "25%",
    "60% of 2024",
    "-2 pp",
    "2026",
    2026,
    -1,
    1e300,
    "",
    "*",
    ["CHN"],
    {},
    [],
    null,
    true,
  ),
);

const answersOnly = (value: unknown): void => {
  const reading = parseScenario(value, context);
  if ("issues" in reading) {
    expect(reading.issues.length).toBeGreaterThan(0);
    for (const issue of reading.issues) expect(issue.code).toMatch(/^[A-Z][A-Z_]+$/u);
    expect(() => JSON.stringify(reading.issues)).not.toThrow();
  } else expect(reading.scenario.schema).toBe("didym/scenario@1");
};

describe("input of any kind", () => {
  it("is read or refused with reasons, never thrown at", () => {
    fc.assert(fc.property(anything, answersOnly), { seed: 1, numRuns: 300 });
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            "schema",
            "name",
            "levers",
            "response",
            "members",
            "horizon",
            "set",
            "without",
            "extends",
            "parameters",
            "title",
            "x",
          ),
          anything,
        ),
        (file) => {
          answersOnly({ ...head, ...file });
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it.each(levers.map((lever) => [lever.kind, lever] as const))(
    "is no trouble in the fields of %s",
    (kind, lever) => {
      const names = [...Object.keys(lever.fields), "from", "to", "id", "sources", "status", "nonsense"];
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...names), anything), (fields) => {
          answersOnly({ ...head, levers: [{ [kind]: fields }] });
        }),
        { seed: 3, numRuns: 60 },
      );
    },
  );

  it("is no trouble as a change by address", () => {
    const file = {
      ...head,
      levers: [{ tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: 25 } }],
    };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom("tariff.rate", "tariff.importers", "members", "horizon", "parameters.x", "tariff"),
        ),
        anything,
        (address, value) => {
          answersOnly(setField(file, address, value));
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });

  it("has a limit to the number of levers", () => {
    const many = Array.from({ length: 501 }, () => ({ cooperation: {} }));
    const reading = parseScenario({ ...head, levers: many }, context);
    expect(reading).toMatchObject({ issues: [{ code: "OUT_OF_RANGE", path: "levers" }] });
  });

  it("may refer to itself, as YAML can, without end to the reading", () => {
    const loop: Record<string, unknown> = { ...head };
    loop["levers"] = [{ tariff: loop }];
    answersOnly(loop);
  });
});

describe("unknown kinds", () => {
  it("are told the nearest of those there are", () => {
    for (const kind of leverKinds) {
      const misspelt = `${kind.slice(0, 2)}${kind.slice(3)}`;
      const reading = parseScenario({ ...head, levers: [{ [misspelt]: {} }] }, context);
      expect(reading).toMatchObject({ issues: [{ code: "UNKNOWN_LEVER", found: misspelt, nearest: kind }] });
    }
  });
});
