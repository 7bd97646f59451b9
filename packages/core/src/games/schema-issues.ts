import type { z } from "zod";
import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";

/**
 * Translates what a zod schema objects to into issues: `UNKNOWN_KEY`, `MISSING_KEY`, `WRONG_TYPE`, `OUT_OF_RANGE`,
 * `INVALID_ID`.
 *
 * @param input the value that was parsed.
 * @param keys valid names, for suggestions.
 */
export function schemaIssues(error: z.ZodError, input: unknown, keys: readonly string[]): Issue[] {
  return error.issues.flatMap((problem) => translate(problem, input, keys));
}

function translate(problem: z.core.$ZodIssue, input: unknown, keys: readonly string[]): Issue[] {
  const path = jsonPath(problem.path);
  const found = valueAt(input, problem.path);
  switch (problem.code) {
    case "unrecognized_keys":
      return problem.keys.map((key) => unknownKey(path, key, keys));
    case "invalid_type":
      if (found === undefined) return [{ code: "MISSING_KEY", path, expected: problem.expected }];
      return [{ code: "WRONG_TYPE", path, found: printable(found), expected: problem.expected }];
    case "invalid_format":
      return [{ code: "INVALID_ID", path, found: printable(found), expected: formOf(problem) }];
    case "too_small":
      return [{ code: "OUT_OF_RANGE", path, found: printable(found), expected: `>= ${problem.minimum}` }];
    case "too_big":
      return [{ code: "OUT_OF_RANGE", path, found: printable(found), expected: `<= ${problem.maximum}` }];
    default:
      return [{ code: "INVALID_VALUE", path, found: printable(found) }];
  }
}

/** How an id is written: in the schema's own words where it has some, else the pattern. */
function formOf({ message, pattern, format }: z.core.$ZodIssueInvalidStringFormat): string {
  return message.startsWith("Invalid") ? (pattern ?? format) : message;
}

function unknownKey(path: string, key: string, keys: readonly string[]): Issue {
  const nearest = nearestName(key, keys);
  return {
    code: "UNKNOWN_KEY",
    path: path ? `${path}.${key}` : key,
    found: key,
    ...(nearest && { nearest }),
  };
}

/** `increments[2].cost`, `value["A,B"]`. */
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

const mostPrinted = 6;

/** Large values are named by their type; numbers that JSON cannot hold by their text. */
function printable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const plain = value.length <= mostPrinted && value.every((item) => typeof item === "number");
    return plain ? JSON.stringify(value) : "array";
  }
  if (typeof value === "object" && value !== null) return "object";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}
