import { z } from "zod";
import { curveSchema } from "./curve-schema.js";

/** Largest numbers of entries that a file may hold, and of arcs that its wildcards may stand for. */
export const LIMITS = { regions: 5_000, goods: 1_000, rows: 200_000, arcs: 200_000, depth: 12 } as const;

const id = z.string().min(1);
const wildcard = id.describe('A region, or "*" for every other region.');
const number = z.number();
const nonNegative = z.number().nonnegative();
const capacity = nonNegative.optional();

const processSchema = z.strictObject({
  id,
  region: id,
  inputs: z.record(id, nonNegative).default({}),
  outputs: z.record(id, nonNegative).default({}),
  cost: number.default(0).describe("Marginal cost at level 0, before inputs."),
  costSlope: nonNegative.default(0),
  capacity,
});

const arcSchema = z.strictObject({
  from: wildcard,
  to: wildcard,
  good: id,
  cost: number.default(0),
  slope: nonNegative.default(0),
  power: z.number().positive().default(1).describe("Unit cost = cost + slope · flow^power."),
  capacity,
});

const wedge = { adValorem: z.number().gt(-1).default(0), specific: number.default(0) };
const base = z.enum(["cif", "fob"]).default("cif");
const dutySchema = z.strictObject({ from: wildcard, to: wildcard, good: id, ...wedge, base });
const exportTaxSchema = z.strictObject({ from: wildcard, to: wildcard, good: id, ...wedge });

const subsidySchema = z.strictObject({
  region: id.optional(),
  good: id.optional(),
  on: z.string().min(1).describe("supply, demand, or the id of a process (then per unit of its level)."),
  specific: number,
});

const floorSchema = z.strictObject({
  region: id,
  good: id,
  price: number,
  mechanism: z.enum(["deficiency-payment", "purchase", "regulated", "border"]),
});
const ceilingSchema = z.strictObject({
  region: id,
  good: id,
  price: number,
  mechanism: z.literal("regulated").default("regulated"),
});

const arcList = z.array(z.tuple([wildcard, wildcard, id])).min(1);
const rentTo = z.enum(["importer", "exporter", "split"]).default("importer");
const quotaSchema = z.strictObject({ id, arcs: arcList, limit: nonNegative, rentTo });
const tierSchema = z.strictObject(wedge);
const tariffRateQuotaSchema = z.strictObject({
  id,
  arcs: arcList,
  limit: nonNegative,
  inQuota: tierSchema,
  overQuota: tierSchema,
  base,
});

const conductSchema = z.strictObject({
  seller: z.string().min(1).describe('A region, a firm, or "*": one seller owns all supply of the good.'),
  good: id,
  kind: z.enum(["competitive", "cournot", "monopoly", "leader"]),
  transport: z.enum(["given", "owned"]).default("given"),
});
const firmSchema = z.strictObject({
  id,
  region: id,
  good: id,
  cost: number.default(0),
  costSlope: nonNegative.default(0),
  capacity,
});

const benchmarkSchema = z.strictObject({
  from: id,
  to: id,
  good: id,
  flow: nonNegative,
  price: number.describe("Origin price of `from`."),
  delivered: number
    .optional()
    .describe("Delivered unit cost in the benchmark, where it differs from the file's."),
});
const disposalRule = z.enum(["free", "none"]);

/** The document `didym/problem@1`. */
export const problemSchema = z.strictObject({
  schema: z.literal("didym/problem@1"),
  $schema: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  source: z.string().optional(),
  units: z.unknown().optional(),
  regions: z.array(id).min(1),
  goods: z.array(id).min(1),
  supply: z.array(curveSchema).default([]),
  demand: z.array(curveSchema).default([]),
  processes: z.array(processSchema).default([]),
  transport: z.array(arcSchema).default([]),
  duties: z.array(dutySchema).default([]),
  exportTaxes: z.array(exportTaxSchema).default([]),
  subsidies: z.array(subsidySchema).default([]),
  floors: z.array(floorSchema).default([]),
  ceilings: z.array(ceilingSchema).default([]),
  quotas: z.array(quotaSchema).default([]),
  tariffRateQuotas: z.array(tariffRateQuotaSchema).default([]),
  conduct: z.array(conductSchema).default([]),
  firms: z.array(firmSchema).default([]),
  dispersion: z.record(id, nonNegative).default({}),
  benchmark: z.array(benchmarkSchema).default([]),
  disposal: z.union([disposalRule, z.record(id, disposalRule)]).default("none"),
});

export type ProblemFile = z.output<typeof problemSchema>;
export type ArcRow = z.output<typeof arcSchema>;

/** JSON Schema of the document, for editors. */
export function problemJsonSchema(): Record<string, unknown> {
  return {
    $id: "problem.schema.json",
    title: "didym/problem@1",
    ...z.toJSONSchema(problemSchema, { io: "input" }),
  };
}
