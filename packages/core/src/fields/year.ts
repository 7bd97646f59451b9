import * as z from "zod";
import { nothingFound, type Field } from "./field.js";

const FIRST = 1990;
const LAST = 2200;

/** A calendar year, also written as text. */
export function year(): Field<number> {
  const schema = z
    .union([
      z.int().min(FIRST).max(LAST),
      z
        .string()
        .regex(/^\d{4}$/u)
        .transform(Number),
    ])
    .meta({ description: "Calendar year" });
  return {
    schema: schema,
    facts: { type: "year", required: true },
    inspect: () => nothingFound,
  };
}
