import * as z from "zod";

const text = z.object({ en: z.string(), zh: z.string() });
const years = z.array(z.int());
const versions = z.object({ didym: z.string(), model: z.string(), data: z.string() });
const issue = z.looseObject({ code: z.string(), message: z.string() });
const head = <S extends string>(schema: S) => ({ schema: z.literal(schema), versions });
const byName = (value: z.ZodType) => z.record(z.string(), value);

const series = z.looseObject({
  metric: z.string(),
  unit: z.string(),
  good: z.string().optional(),
  region: z.string().optional(),
  values: z.array(z.number()).describe("one a year of `years`"),
  against: z.array(z.number()).optional().describe("the same of the scenario compared with"),
  void: years.optional().describe("years in which the figure has no meaning; its value is 0 there"),
});

const run = z.looseObject({
  ...head("didym/run@1"),
  scenario: z.string(),
  scenarioHash: z.string(),
  against: z.string().optional(),
  years,
  identities: byName(z.number()).describe("largest violation over all years, relative to gross turnover"),
  series: z.array(series),
  presentValues: z.array(z.looseObject({ metric: z.string(), value: z.number() })),
  warnings: z.array(issue),
  solver: z.looseObject({ solves: z.int(), maxResidual: z.number() }),
});

const shockSeries = z.looseObject({
  metric: z.string(),
  region: z.string(),
  unit: z.string(),
  good: z.string().optional(),
  endUse: z.string().optional(),
  before: z.number(),
  values: z.array(z.number()).describe("one a month"),
});

/** Answers of the API; the same documents as the command line's `--json`. */
export const answerSchemas = {
  Run: run,
  Compare: z.looseObject({ ...head("didym/compare@1"), scenarios: z.array(run) }),
  Why: z.looseObject({
    ...head("didym/why@1"),
    metric: z.string(),
    total: z.number(),
    contributions: z.array(z.looseObject({ lever: z.string(), value: z.number() })),
    causes: z.array(z.looseObject({})),
  }),
  Goal: z.looseObject({ ...head("didym/goal@1") }),
  Shock: z.looseObject({
    ...head("didym/shock@1"),
    scenario: z.string(),
    by: z.array(z.string()),
    to: z.array(z.string()),
    goods: z.array(z.string()),
    year: z.int(),
    months: z.array(z.int()),
    series: z.array(shockSeries),
    totals: z.looseObject({ loss: byName(z.number()), valueAddedAtRisk: byName(z.number()) }),
  }),
  Summit: z.looseObject({
    ...head("didym/summit@1"),
    players: z.array(z.string()),
    profiles: z.int(),
    payoffs: byName(byName(z.number())).describe(
      "by coalition: seats in the order of `players`, joined by commas",
    ),
    stable: z.array(z.string()),
    path: z.array(z.looseObject({ mover: z.string() })),
  }),
  Scenarios: z.looseObject({
    versions,
    scenarios: z.array(z.looseObject({ name: z.string(), title: text })),
  }),
  Levers: z.looseObject({
    ...head("didym/levers@1"),
    levers: z.array(
      z.looseObject({ kind: z.string(), title: text, text, fields: byName(z.looseObject({})) }),
    ),
  }),
  Evidence: z.looseObject({
    ...head("didym/data-table@1"),
    table: z.string(),
    rows: z.array(byName(z.union([z.string(), z.number(), z.array(z.string()), z.null()]))),
  }),
  Claims: z.array(
    z.looseObject({
      id: z.string(),
      claim: text,
      claimed: z.string().nullable(),
      evidence: z.string(),
      sources: z.array(z.string()),
      verdict: z.enum(["supported", "partly", "contradicted", "cannot-be-checked"]),
      modelTest: z.looseObject({ expression: z.string(), holds: z.boolean().nullable() }).nullable(),
    }),
  ),
  Document: z.looseObject({}),
  Error: z.looseObject({
    error: issue.describe("what is wrong, with the place, what was found and expected, and what to try"),
    errors: z.array(issue).optional().describe("all of them, where there are several"),
  }),
} as const;

export type AnswerName = keyof typeof answerSchemas;
