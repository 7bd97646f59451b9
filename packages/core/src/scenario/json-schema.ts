import * as z from "zod";
import { names } from "../fields/list.js";
import type { LeverDefinition } from "../levers/definition.js";
import { levers } from "../levers/register.js";
import { takesDestinations } from "./destinations.js";
import { leverSchema } from "./read-lever.js";
import { scenarioFile } from "./scenario-file.js";

/** JSON Schema (2020-12) of scenario files as they are written, for editors; published as `schemas/scenario.schema.json`. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const lever = z.union(
    levers.map((definition) => z.strictObject({ [definition.kind]: written(definition) })),
  );
  const list = z.array(lever).optional();
  const schema = z.toJSONSchema(scenarioFile.extend({ levers: list, response: list }), {
    io: "input",
    reused: "ref",
  });
  return { $id: "scenario.schema.json", title: "didym/scenario@1", ...schema };
}

/** A lever as it is written: where it has destinations, they may stand under `to` beside the last year. */
function written(definition: LeverDefinition): z.ZodType {
  const schema = leverSchema(definition);
  if (!takesDestinations(definition.kind)) return schema;
  const { to } = schema.shape;
  return schema.extend({
    to: z.union([to, names("Destinations"), z.array(z.union([z.string(), z.int()]))]).optional(),
  });
}
