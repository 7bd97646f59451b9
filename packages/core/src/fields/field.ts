import type * as z from "zod";
import type { Issue } from "../errors/issue.js";
import type { World } from "./world.js";

/**
 * One field of a lever: how it is written (schema), what it means to people and slidable controls (facts), and what can only be
 * judged with the names of a chain at hand (inspect). A parsed value is plain JSON in the units used inside.
 */
export interface Field<T> {
  readonly schema: z.ZodType<T>;
  readonly facts: FieldFacts;
  /** Issues and warnings of a value whose form is right; paths are relative to the field. */
  inspect(raw: unknown, world: World): Inspection;
}

export interface FieldFacts {
  readonly type:
    | "quantity"
    | "parties"
    | "goods"
    | "stages"
    | "end-uses"
    | "choice"
    | "flag"
    | "year"
    | "text"
    | "shares"
    | "projects";
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  readonly required: boolean;
  /** Parties whose border it is. */
  readonly border?: boolean;
  /** As it would be written; a neutral or a design default, never a figure about the world. */
  readonly default?: unknown;
}

export interface Inspection {
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The parsed value of each field. */
export type Params<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

export const nothingFound: Inspection = { issues: [], warnings: [] };

/** The same field, absent unless written. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return { ...field, schema: field.schema.optional(), facts: { ...field.facts, required: false } };
}

/** The same field with a default, given as it would be written. */
export function defaulting<T>(field: Field<T>, written: unknown): Field<T> {
  const schema = field.schema.prefault(written as never) as unknown as z.ZodType<T>;
  return { ...field, schema, facts: { ...field.facts, required: false, default: written } };
}
