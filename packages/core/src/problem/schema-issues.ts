import type { z } from "zod";
import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { CURVE_FORMS } from "./curve-schema.js";

/** Issues are listed up to this many; the rest is counted. */
const MAX_ISSUES = 50;

/**
 * Translates what the schema objects to into issues: `UNKNOWN_KEY`, `MISSING_KEY`, `NOT_A_NUMBER`, `WRONG_TYPE`,
 * `UNKNOWN_FORM`, `NEGATIVE_CAPACITY`, `OUT_OF_RANGE`, `UNKNOWN_VALUE`.
 */
export function schemaIssues(error: z.ZodError, input: unknown, fields: readonly string[]): Issue[] {
  return error.issues.slice(0, MAX_ISSUES).flatMap((problem) => translate(problem, input, fields));
}

function translate(problem: z.core.$ZodIssue, input: unknown, fields: readonly string[]): Issue[] {
  const path = jsonPath(problem.path);
  const value = valueAt(input, problem.path);
  const found = printable(value);
  switch (problem.code) {
    case "unrecognized_keys":
      return problem.keys.map((key) => unknown("UNKNOWN_KEY", path ? `${path}.${key}` : key, key, fields));
    case "invalid_type":
      return [typeIssue(path, value, problem.expected)];
    case "invalid_union":
      return [unionIssue(problem, path, value, input, fields)].flat();
    case "invalid_value":
      return [unknown("UNKNOWN_VALUE", path, value, problem.values.map(String))];
    case "too_small": {
      const code = path.endsWith("capacity") || path.endsWith("limit") ? "NEGATIVE_CAPACITY" : "OUT_OF_RANGE";
      return [
        { code, path, found, expected: `${problem.inclusive === false ? ">" : ">="} ${problem.minimum}` },
      ];
    }
    case "too_big":
      return [
        {
          code: "OUT_OF_RANGE",
          path,
          found,
          expected: `${problem.inclusive === false ? "<" : "<="} ${problem.maximum}`,
        },
      ];
    default:
      return [{ code: "INVALID_VALUE", path, found }];
  }
}

function typeIssue(path: string, value: unknown, expected: string): Issue {
  if (value === undefined) return { code: "MISSING_KEY", path, expected };
  const code = expected === "number" ? "NOT_A_NUMBER" : "WRONG_TYPE";
  return {
    code,
    path,
    found: printable(value),
    expected: expected === "number" ? "finite number" : expected,
  };
}

function unionIssue(
  problem: z.core.$ZodIssueInvalidUnion,
  path: string,
  value: unknown,
  input: unknown,
  fields: readonly string[],
): Issue[] {
  if (problem.path.at(-1) === "form") {
    if (value === undefined) return [{ code: "MISSING_KEY", path, expected: CURVE_FORMS }];
    return [unknown("UNKNOWN_FORM", path, value, CURVE_FORMS)];
  }
  const branch = problem.errors.find((issues) => issues.some((issue) => issue.path.length > 0));
  if (!branch) return [{ code: "WRONG_TYPE", path, found: printable(value) }];
  return branch.flatMap((issue) =>
    translate({ ...issue, path: [...problem.path, ...issue.path] }, input, fields),
  );
}

function unknown(code: string, path: string, found: unknown, expected: readonly string[]): Issue {
  const nearest = typeof found === "string" ? nearestName(found, expected) : undefined;
  return { code, path, found: printable(found), expected, ...(nearest !== undefined && { nearest }) };
}

/** `demand[2].slope`, `processes[0].inputs["a b"]`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(step)))
      text += text ? `.${String(step)}` : String(step);
    else text += `[${JSON.stringify(String(step))}]`;
  }
  return text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function printable(value: unknown): unknown {
  if (Array.isArray(value)) return "array";
  if (typeof value === "object" && value !== null) return "object";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "string" && value.length > 80) return `${value.slice(0, 77)}...`;
  return value;
}
