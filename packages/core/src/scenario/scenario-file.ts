import * as z from "zod";
import { names } from "../fields/list.js";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, "kebab-case");
const text = z.union([z.string(), z.strictObject({ en: z.string(), zh: z.string() })]);
const lever = z.record(z.string(), z.unknown());

export const SCHEMA_VERSION = 1;
export const SCHEMA_NAME = `didym/scenario@${SCHEMA_VERSION}` as const;
/** More than any real scenario; a limit against files that are no scenarios. */
const MOST_LEVERS = 500;

/** A scenario file before its levers are read: their form depends on their kind. */
export const scenarioFile = z.strictObject({
  schema: z.literal(SCHEMA_NAME),
  name: id,
  title: text.optional(),
  description: text.optional(),
  /** Names of scenarios whose levers come first; without it, those in force. An empty list for none. */
  extends: z.union([id, z.array(id)]).optional(),
  /** Ids of inherited levers that do not apply. */
  without: z.array(z.string()).optional(),
  horizon: z.tuple([z.int(), z.int()]).optional(),
  members: z.union([z.array(z.string()).max(0), names("Seats and regions")]).optional(),
  levers: z.array(lever).max(MOST_LEVERS).optional(),
  response: z.array(lever).max(MOST_LEVERS).optional(),
  parameters: z.record(z.string(), z.number()).optional(),
  /** Changes of fields by address, applied last: `price-floor.at: 130`. */
  set: z.record(z.string(), z.unknown()).optional(),
  sources: z.array(z.string()).optional(),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;
export const scenarioKeys: readonly string[] = Object.keys(scenarioFile.shape);
