import type { Issue } from "../errors/issue.js";
import { CURVE_FORMS } from "./curve-schema.js";
import { guardSize } from "./guard-size.js";
import type { MarketProblem } from "./market-problem.js";
import { resolveProblem } from "./resolve-problem.js";
import { problemSchema } from "./schema.js";
import { schemaIssues } from "./schema-issues.js";

export type ProblemReading = { readonly problem: MarketProblem } | { readonly errors: readonly Issue[] };

const SCHEMA = "didym/problem@1";

/** Fields of rows, for suggestions. */
const ROW_FIELDS = (
  "region good goods form intercept slope quantity price elasticity sigma a b c steps capacity id inputs outputs cost " +
  "costSlope from to power adValorem specific base on mechanism arcs limit rentTo inQuota overQuota seller kind " +
  "transport flow delivered"
).split(" ");

/** Reads a `didym/problem@1` document; every problem found is in `errors`, the cause first. */
export function readProblem(json: unknown): ProblemReading {
  const guarded = guardSize(json);
  if (guarded.length > 0) return { errors: guarded };
  const version = versionIssue((json as Record<string, unknown>)["schema"]);
  if (version) return { errors: [version] };
  const parsed = problemSchema.safeParse(json);
  if (!parsed.success) {
    const fields = [...Object.keys(problemSchema.shape), ...ROW_FIELDS, ...CURVE_FORMS];
    return { errors: schemaIssues(parsed.error, json, fields) };
  }
  return resolveProblem(parsed.data);
}

function versionIssue(found: unknown): Issue | undefined {
  if (found === SCHEMA) return undefined;
  if (found === undefined) return { code: "MISSING_KEY", path: "schema", expected: SCHEMA };
  const newer = typeof found === "string" && /^didym\/problem@\d+$/.test(found);
  return { code: newer ? "VERSION_MISMATCH" : "UNKNOWN_SCHEMA", path: "schema", found, expected: SCHEMA };
}
