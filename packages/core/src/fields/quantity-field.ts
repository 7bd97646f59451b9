import * as z from "zod";
import type { Field } from "./field.js";
import { readQuantity, type OfBase, type QuantityRule } from "./quantity.js";

/** A number with a unit; the parsed value is in the unit used inside. */
export function quantity(rule: Omit<QuantityRule, "ofBase">): Field<number> {
  return build(rule) as Field<number>;
}

/** A volume, or a share of the base year's (`60% of 2024`). */
export function volume(rule: Pick<QuantityRule, "max"> = {}): Field<number | OfBase> {
  return build({ dimension: "volume", unit: "t/y", min: 0, ...rule, ofBase: true });
}

function build(rule: QuantityRule): Field<number | OfBase> {
  const written = z
    .union([z.number(), z.string().max(200)])
    .transform((value, context) => {
      const reading = readQuantity(value, rule);
      if ("value" in reading) return reading.value;
      const { code, ...params } = reading.issue;
      context.addIssue({ code: "custom", message: code, params: { code, ...params } });
      return z.NEVER;
    })
    .meta({
      description: rule.ofBase
        ? `Quantity in ${rule.unit}, or a share such as 60% of 2024`
        : `Quantity in ${rule.unit}`,
    });
  const { unit, min, max } = rule;
  return {
    schema: written,
    facts: {
      type: "quantity",
      unit,
      required: true,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    },
    inspect(raw) {
      const reading =
        typeof raw === "number" || typeof raw === "string" ? readQuantity(raw, rule) : undefined;
      return {
        issues: [],
        warnings: reading && "warning" in reading && reading.warning ? [reading.warning] : [],
      };
    },
  };
}
