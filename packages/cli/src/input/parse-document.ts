import type { IssueError } from "@didym/core/errors";
import { jsonErrorOffset, jsonErrorReason } from "./json-error.js";
import { repeatsKey } from "./json-repeats.js";
import { positionOf, syntaxError, type Position } from "./syntax-error.js";
import { locateIn, parseYaml, yamlValue } from "./yaml-source.js";

/** A parsed file that still knows where everything stands. */
export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  /** The position of a path such as `levers[2].rate`, or of the nearest thing around it that exists. */
  readonly locate: (path: string) => Position | undefined;
}

/** Keys whose values are put into one list where they stand twice in a map; any other repeated key is an error. */
export interface ParseOptions {
  readonly mergeable?: readonly string[];
}

function looksLikeJson(text: string, file: string): boolean {
  return /\.json$/iu.test(file) || /^\s*[[{]/u.test(text);
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/**
 * Parses YAML 1.2 or JSON without executing anything. Throws INVALID_SYNTAX (with line and column) or TOO_MANY_ALIASES.
 * A file named `.json` must be JSON.
 */
export function parseDocument(
  text: string,
  file: string,
  { mergeable = [] }: ParseOptions = {},
): SourceDocument {
  const json = looksLikeJson(text, file) ? parseJson(text) : undefined;
  if (json === undefined && /\.json$/iu.test(file)) throw jsonError(text, file);
  if (json !== undefined && !repeatsKey(text)) {
    return { file, value: json.value, locate: (path) => locateIn(parseYaml(text, file, mergeable), path) };
  }
  const source = parseYaml(text, file, mergeable);
  return { file, value: yamlValue(source, file), locate: (path) => locateIn(source, path) };
}

/** YAML accepts more than JSON does: name the place where JSON stops. */
function jsonError(text: string, file: string): IssueError {
  try {
    JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const told = /at position (\d+)/u.exec(message)?.[1];
    const offset = told === undefined ? jsonErrorOffset(text) : Number(told);
    const position = offset === undefined ? undefined : positionOf(text, offset);
    return syntaxError(file, jsonErrorReason(message), position);
  }
  return syntaxError(file, "no valid JSON", undefined);
}
