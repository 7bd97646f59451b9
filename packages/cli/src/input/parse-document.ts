import { createRequire } from "node:module";
import { IssueError } from "@didym/core/errors";
import type * as yamlModule from "yaml";
import type { Document, LineCounter, Node, Pair } from "yaml";
import { jsonErrorOffset, jsonErrorReason } from "./json-error.js";
import { pathKeys } from "./json-path.js";

type Yaml = typeof yamlModule;

/** Where something stands, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A parsed file that still knows where everything stands. */
export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  /** The position of a path such as `levers[2].rate`, or of the nearest thing around it that exists. */
  readonly locate: (path: string) => Position | undefined;
}

const mostAliases = 100;

// loaded on first need: most JSON is read, and answered, without it
let loaded: Yaml | undefined;
function yaml(): Yaml {
  loaded ??= createRequire(import.meta.url)("yaml") as Yaml;
  return loaded;
}

function syntaxError(file: string, reason: string, position: Position | undefined): IssueError {
  return new IssueError([{ code: "INVALID_SYNTAX", file, ...position, details: { reason } }]);
}

interface Parsed {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function firstSentence(message: string): string {
  return message.split(/ at line \d|\n/u)[0].replace(/[.:]$/u, "");
}

function parseYaml(text: string, file: string): Parsed {
  const lines = new (yaml().LineCounter)();
  let document: Document.Parsed;
  try {
    document = yaml().parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      version: "1.2",
    });
  } catch (error) {
    if (error instanceof RangeError) throw syntaxError(file, "nested too deeply", undefined);
    throw error;
  }
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw syntaxError(file, firstSentence(problem.message), { line, column: col });
  }
  return { document, lines };
}

function toValue({ document }: Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (error instanceof ReferenceError) throw new IssueError([{ code: "TOO_MANY_ALIASES", file }]);
    if (error instanceof RangeError) throw syntaxError(file, "nested too deeply", undefined);
    throw error;
  }
}

function childOf(node: unknown, key: string | number): { at: Node | undefined; value: unknown } | undefined {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  if (isAlias(node)) return undefined;
  if (isSeq(node) && typeof key === "number") {
    const item = node.items[key] as Node | undefined;
    return item === undefined ? undefined : { at: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) as
    Pair<Node> | undefined;
  return pair === undefined ? undefined : { at: pair.key, value: pair.value };
}

function locateIn({ document, lines }: Parsed, path: string): Position | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0];
  for (const key of pathKeys(path)) {
    const child = childOf(node, key);
    if (child === undefined) break;
    offset = child.at?.range?.[0] ?? offset;
    node = child.value;
  }
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
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
export function parseDocument(text: string, file: string): SourceDocument {
  const json = looksLikeJson(text, file) ? parseJson(text) : undefined;
  if (json !== undefined) {
    return { file, value: json.value, locate: (path) => locateIn(parseYaml(text, file), path) };
  }
  if (/\.json$/iu.test(file)) throw jsonError(text, file);
  const parsed = parseYaml(text, file);
  return { file, value: toValue(parsed, file), locate: (path) => locateIn(parsed, path) };
}

/** YAML accepts more than JSON does: name the place where JSON stops. */
function jsonError(text: string, file: string): IssueError {
  try {
    JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const told = /at position (\d+)/u.exec(message)?.[1];
    const offset = told === undefined ? jsonErrorOffset(text) : Number(told);
    return syntaxError(
      file,
      jsonErrorReason(message),
      offset === undefined ? undefined : positionOf(text, offset),
    );
  }
  return syntaxError(file, "no valid JSON", undefined);
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
