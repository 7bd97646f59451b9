import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CURVE_FORMS } from "./curve-schema.js";
import { problemJsonSchema, problemSchema } from "./schema.js";

it("the published JSON Schema is the one the reader enforces (write it anew with `vitest -u`)", async () => {
  const text = `${JSON.stringify(problemJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../../schemas/problem.schema.json");
});

it("names every curve form", () => {
  const text = JSON.stringify(problemJsonSchema());
  for (const form of CURVE_FORMS) expect(text).toContain(`"const":"${form}"`);
});

it("accepts every published problem", () => {
  const folder = new URL("../../../../golden/problems/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const { problem } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { problem: unknown };
    expect(problemSchema.safeParse(problem).success, file).toBe(true);
  }
});
