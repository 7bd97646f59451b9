import { describe, expect, it } from "vitest";
import { leverKinds, levers } from "../levers/register.js";
import { scenarioJsonSchema } from "./json-schema.js";

describe("the published JSON Schema", () => {
  it("is what the code says", async () => {
    const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../../../../schemas/scenario.schema.json");
  });

  it("names every lever with all its fields, each kind once", () => {
    const text = JSON.stringify(scenarioJsonSchema());
    for (const { kind, fields } of levers)
      for (const name of [kind, ...Object.keys(fields)]) expect(text).toContain(`"${name}"`);
    expect(new Set(leverKinds).size).toBe(leverKinds.length);
  });
});
