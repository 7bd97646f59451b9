import * as z from "zod";
import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { year, type Fields } from "../fields/index.js";
import { jsonPath, schemaIssues } from "../games/schema-issues.js";
import type { LeverDefinition } from "../levers/definition.js";
import { leverOf } from "../levers/register.js";
import type { ScenarioContext } from "./context.js";
import { writtenKey } from "./destinations.js";
import type { NamedLever } from "./name-levers.js";
import { leverStatuses, type ScenarioLever } from "./scenario.js";

/** Fields of every lever. */
const common = {
  id: z.string().optional(),
  from: year().schema.optional(),
  to: year().schema.optional(),
  sources: z.array(z.string()).optional(),
  assumption: z.string().optional(),
  status: z.enum(leverStatuses).optional(),
};

export interface LeverReading {
  readonly lever?: ScenarioLever;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Reads one lever's fields by its definition; a field left out takes the value from data, then its own default. */
export function readLever(
  named: NamedLever,
  horizon: readonly [number, number],
  context: ScenarioContext,
): LeverReading {
  const { lever, issues, warnings } = readFields(named, horizon, context);
  const asWritten = (issue: Issue): Issue => whereWritten(issue, named);
  return { ...(lever && { lever }), issues: issues.map(asWritten), warnings: warnings.map(asWritten) };
}

/** Destinations that stand under `to` in the file are pointed at there. */
function whereWritten(issue: Issue, { kind, entry, path }: NamedLever): Issue {
  const inside = `${path}.${kind}.destinations`;
  const key = writtenKey(kind, "destinations", entry[kind] as Record<string, unknown>);
  if (!issue.path?.startsWith(inside) || key === "destinations") return issue;
  return { ...issue, path: `${path}.${kind}.${key}${issue.path.slice(inside.length)}` };
}

function readFields(
  named: NamedLever,
  horizon: readonly [number, number],
  context: ScenarioContext,
): LeverReading {
  const definition = leverOf(named.kind)!;
  const fields = { ...context.defaults?.[named.kind], ...named.fields };
  const at = `${named.path}.${named.kind}`;
  const result = leverSchema(definition).safeParse(fields);
  if (!result.success) return failed(result.error, fields, definition, at, context);
  const {
    id: _id,
    from: first,
    to: last,
    sources = [],
    assumption,
    status,
    ...params
  } = result.data as CommonParams;
  // what begins after the horizon or ends before it acts in none of its years
  const from = first ?? Math.min(horizon[0], last ?? horizon[0]);
  // a lever without a last year lasts as long as the data, whatever years are asked for
  const to = last ?? Math.max(horizon[1], context.years[1], from);
  const found = inspect(definition.fields, fields, at, context);
  const issues = [...found.issues, ...dates(from, to, at), ...otherBase(params, context.years[0], at)];
  if (issues.length === 0)
    issues.push(...(definition.check?.(params as never) ?? []).map((issue) => below(at, issue)));
  const { id, kind, response, origin } = named;
  const lever = {
    id,
    kind,
    from,
    to,
    response,
    origin,
    params,
    sources,
    ...(assumption && { assumption }),
    ...(status && { status }),
  };
  return { lever, issues, warnings: found.warnings };
}

/** Fields whose form is wrong, and what is wrong with the names in the others. */
function failed(
  error: z.ZodError,
  fields: Readonly<Record<string, unknown>>,
  definition: LeverDefinition,
  at: string,
  context: ScenarioContext,
): LeverReading {
  const broken = new Set(error.issues.map(({ path }) => path[0]));
  const sound = Object.entries(definition.fields).filter(([name]) => !broken.has(name));
  const { from, to } = fields;
  return {
    issues: [
      ...error.issues.flatMap((issue) => worded(issue, fields, definition, at)),
      ...inspect(Object.fromEntries(sound), fields, at, context).issues,
      ...(typeof from === "number" && typeof to === "number" ? dates(from, to, at) : []),
    ],
    warnings: [],
  };
}

interface CommonParams {
  readonly id?: string;
  readonly from?: number;
  readonly to?: number;
  readonly sources?: string[];
  readonly assumption?: string;
  readonly status?: ScenarioLever["status"];
}

type LeverSchema = z.ZodObject<{ to: z.ZodType } & Record<string, z.ZodType>>;

/** Made once: making one and its first reading cost as much as all later readings of a scenario. */
const schemas = new WeakMap<LeverDefinition, LeverSchema>();

/** The form of a lever's fields, those of every lever included. */
export function leverSchema(definition: LeverDefinition): LeverSchema {
  let schema = schemas.get(definition);
  if (schema === undefined) {
    const own = Object.entries(definition.fields).map(([name, field]) => [name, field.schema] as const);
    schema = z.strictObject({ ...Object.fromEntries(own), ...common });
    schemas.set(definition, schema);
  }
  return schema;
}

export function fieldNames(definition: LeverDefinition): string[] {
  return [...Object.keys(definition.fields), ...Object.keys(common)];
}

function inspect(
  fields: Fields,
  raw: Readonly<Record<string, unknown>>,
  at: string,
  { world }: ScenarioContext,
) {
  const found = Object.entries(fields)
    .filter(([name]) => raw[name] !== undefined)
    .map(([name, field]) => ({ name, inspection: field.inspect(raw[name], world) }));
  const all = (list: "issues" | "warnings"): Issue[] =>
    found.flatMap(({ name, inspection }) =>
      inspection[list].map((issue) => ({ ...issue, path: `${at}.${name}${issue.path ?? ""}` })),
    );
  return { issues: all("issues"), warnings: all("warnings") };
}

/** Schema problems in our words: those that a field states itself keep their code. */
function worded(problem: z.core.$ZodIssue, input: unknown, definition: LeverDefinition, at: string): Issue[] {
  if (problem.code === "custom" && problem.params) {
    const { code, ...rest } = problem.params as Issue;
    return [below(at, { code, ...rest, path: jsonPath(problem.path) })];
  }
  if (problem.code === "invalid_value") {
    const found = (input as Record<string, unknown>)[String(problem.path[0])];
    const words = problem.values.map(String);
    const nearest = typeof found === "string" ? nearestName(found, words) : undefined;
    return [
      below(at, {
        code: "INVALID_VALUE",
        path: jsonPath(problem.path),
        found,
        expected: words,
        ...(nearest && { nearest }),
      }),
    ];
  }
  if (
    problem.code === "invalid_union" &&
    problem.path.length === 1 &&
    !Object.hasOwn(input as object, problem.path[0])
  )
    return [below(at, { code: "MISSING_KEY", path: jsonPath(problem.path) })];
  const error = new z.ZodError([problem]);
  return schemaIssues(error, input, fieldNames(definition)).map((issue) => below(at, issue));
}

function below(at: string, issue: Issue): Issue {
  const path = issue.path ?? "";
  return { ...issue, path: path === "" ? at : path.startsWith("[") ? at + path : `${at}.${path}` };
}

function dates(from: number, to: number, at: string): Issue[] {
  return from <= to ? [] : [{ code: "YEAR_ORDER", path: `${at}.to`, found: to, expected: `>= ${from}` }];
}

/** A share can be taken of the base year only. */
function otherBase(params: object, base: number, at: string): Issue[] {
  return Object.entries(params as Record<string, unknown>).flatMap(([name, value]) => {
    const of = typeof value === "object" && value !== null ? (value as { of?: unknown }).of : undefined;
    return of === undefined || of === base
      ? []
      : [{ code: "OUT_OF_RANGE", path: `${at}.${name}`, found: of, expected: `of ${base}` }];
  });
}
