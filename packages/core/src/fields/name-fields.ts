import * as z from "zod";
import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { Field, FieldFacts } from "./field.js";
import { nothingFound } from "./field.js";
import { entries, names } from "./list.js";
import { select } from "./pattern.js";
import type { World } from "./world.js";

/** A list of goods, `*` matching within a name (`magnet.*`). */
export function goods(): Field<readonly string[]> {
  return listed("Goods, * matching within a name", "goods", "UNKNOWN_GOOD", (world) => world.goods);
}

/** A list of stages of the chain. */
export function stages(): Field<readonly string[]> {
  return listed("Stages of the chain", "stages", "UNKNOWN_STAGE", (world) => world.stages);
}

/** A list of end uses. */
export function endUses(): Field<readonly string[]> {
  return listed("End uses", "end-uses", "UNKNOWN_END_USE", (world) => world.endUses);
}

/** A list of projects of the pipeline, by id. */
export function projects(): Field<readonly string[]> {
  return listed("Projects of the pipeline", "projects", "UNKNOWN_PROJECT", (world) => world.projects);
}

function listed(
  description: string,
  type: FieldFacts["type"],
  code: string,
  valid: (world: World) => readonly string[],
): Field<readonly string[]> {
  return {
    schema: names(description),
    facts: { type, required: true },
    inspect: (raw, world) => ({ issues: unknown(raw, valid(world), code), warnings: [] }),
  };
}

function unknown(raw: unknown, valid: readonly string[], code: string): Issue[] {
  return entries(raw).flatMap(({ name, path }) => {
    if (select([name], valid).length > 0) return [];
    const nearest = nearestName(name, valid);
    return [{ code, path, found: name, ...(nearest && { nearest }) }];
  });
}

/** One of a few words. */
export function choice<const T extends string>(...words: readonly T[]): Field<T> {
  return {
    schema: z.enum(words),
    facts: { type: "choice", choices: words, required: true },
    inspect: () => nothingFound,
  };
}

/** Yes or no, also written as the words true and false. */
export function flag(): Field<boolean> {
  const schema = z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")]);
  return {
    schema: schema,
    facts: { type: "flag", required: true },
    inspect: () => nothingFound,
  };
}

/** A share for each party, which add up to 1: `{ USA: 60%, JPN: 40% }`. */
export function shares(): Field<Readonly<Record<string, number>>> {
  const percent = z.union([
    z.number().min(0),
    z
      .string()
      .regex(/^\d+(\.\d+)?\s*%$/u)
      .transform((text) => Number.parseFloat(text)),
  ]);
  return {
    schema: z.record(z.string().min(1), percent).transform(normalised),
    facts: { type: "shares", unit: "%", required: true },
    inspect(raw, world) {
      const valid = [...world.regions, ...Object.keys(world.seats)];
      const issues = Object.keys(raw as object).flatMap((name) => {
        const nearest = nearestName(name, valid);
        return valid.includes(name)
          ? []
          : [{ code: "UNKNOWN_REGION", path: `.${name}`, found: name, ...(nearest && { nearest }) }];
      });
      return { issues, warnings: [] };
    },
  };
}

function normalised(percent: Readonly<Record<string, number>>): Record<string, number> {
  const total = Object.values(percent).reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(
    Object.entries(percent).map(([id, value]) => [id, total > 0 ? value / total : 0]),
  );
}
