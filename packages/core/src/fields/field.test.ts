import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import { levers } from "../levers/register.js";
import { defaulting, optional, type Field } from "./field.js";
import { choice, flag } from "./name-fields.js";
import { parties } from "./parties-field.js";
import { quantity, volume } from "./quantity-field.js";

const price = quantity({ dimension: "price", unit: "USD/kg", min: 0, max: 1000 });

describe("fields", () => {
  it("are required unless optional or with a default, and their facts say so", () => {
    expect(price.facts).toEqual({ type: "quantity", unit: "USD/kg", min: 0, max: 1000, required: true });
    expect(price.schema.safeParse(undefined).success).toBe(false);
    expect(optional(price).schema.parse(undefined)).toBeUndefined();
    expect(optional(price).facts.required).toBe(false);
    expect(defaulting(price, "5 USD/kg").schema.parse(undefined)).toBe(5);
    expect(defaulting(price, "5 USD/kg").facts).toMatchObject({ required: false, default: "5 USD/kg" });
  });

  it("read defaults as a file would write them", () => {
    expect(defaulting(parties(), "members").schema.parse(undefined)).toEqual(["members"]);
    expect(defaulting(choice("each", "pooled"), "each").schema.parse(undefined)).toBe("each");
    expect(defaulting(flag(), false).schema.parse(undefined)).toBe(false);
  });

  it("keep a reason for what they refuse", () => {
    const refused = price.schema.safeParse("12 apples");
    expect(refused.error?.issues[0]).toMatchObject({
      code: "custom",
      params: { code: "WRONG_UNIT", found: "12 apples" },
    });
    expect(price.schema.safeParse("2000 USD/kg").error?.issues[0]).toMatchObject({
      params: { code: "OUT_OF_RANGE" },
    });
    expect(volume().schema.parse("60% of 2024")).toEqual({ share: 0.6, of: 2024 });
  });

  it("warn without refusing", () => {
    expect(price.schema.parse("110 USD/t")).toBeCloseTo(0.11, 12);
    expect(price.inspect("110 USD/t", smallWorld).warnings).toMatchObject([{ code: "UNIT_SUSPECT" }]);
    expect(price.inspect("110 USD/kg", smallWorld)).toEqual({ issues: [], warnings: [] });
  });
});

const every: [string, Field<unknown>][] = levers.flatMap(({ kind, fields }) =>
  Object.entries(fields).map(([name, field]): [string, Field<unknown>] => [`${kind}.${name}`, field]),
);

describe("every field of every lever", () => {
  it.each(every)("%s takes any value or refuses it, and inspects what it took", (_name, field) => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.constantFrom("members", "5%", "10 USD/kg", 3)), (value) => {
        const result = field.schema.safeParse(value);
        if (result.success && value !== undefined && value !== null) {
          const { issues, warnings } = field.inspect(value, smallWorld);
          for (const issue of [...issues, ...warnings]) expect(issue.code).toMatch(/^[A-Z_]+$/u);
        }
      }),
      { seed: 9, numRuns: 40 },
    );
  });

  it.each(every)("%s knows its own default", (_name, { schema, facts }) => {
    if (facts.required) expect(schema.safeParse(undefined).success).toBe(false);
    else if (facts.default === undefined) expect(schema.parse(undefined)).toBeUndefined();
    else expect(schema.parse(undefined)).toEqual(schema.parse(facts.default));
  });
});
