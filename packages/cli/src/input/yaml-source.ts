import { IssueError } from "@didym/core/errors";
import type { Document, LineCounter, Node, Pair } from "yaml";
import { pathKeys } from "./json-path.js";
import { settleRepeatedKeys } from "./repeated-keys.js";
import { syntaxError, type Position } from "./syntax-error.js";
import { yaml } from "./yaml-library.js";

const mostAliases = 100;

/** A parsed YAML text that knows where everything stands. */
export interface YamlSource {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

const tooDeep = /call stack/u;

function firstSentence(message: string): string {
  if (tooDeep.test(message)) return "nested too deeply";
  return message.split(/ at line \d|\n/u)[0].replace(/[.:]$/u, "");
}

function compose(text: string, file: string, lines: LineCounter): Document.Parsed {
  try {
    // the library's own check of keys takes quadratic time
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, version: "1.2" } as const;
    return yaml().parseDocument(text, options);
  } catch (error) {
    if (error instanceof RangeError) throw syntaxError(file, "nested too deeply", undefined);
    throw error;
  }
}

/** Parses YAML 1.2; values of `mergeable` keys that stand twice become one list. Throws INVALID_SYNTAX. */
export function parseYaml(text: string, file: string, mergeable: readonly string[]): YamlSource {
  const lines = new (yaml().LineCounter)();
  const document = compose(text, file, lines);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    throw syntaxError(file, firstSentence(problem.message), position(lines, problem.pos[0]));
  }
  const repeated = settleRepeatedKeys(document, mergeable);
  if (repeated !== undefined) {
    throw syntaxError(file, `key ${repeated.key} stands twice`, position(lines, repeated.offset));
  }
  return { document, lines };
}

/** The plain value. Throws TOO_MANY_ALIASES. */
export function yamlValue({ document, lines }: YamlSource, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    if (error instanceof ReferenceError)
      throw new IssueError([{ code: "TOO_MANY_ALIASES", file, ...position(lines, firstAlias(document)) }]);
    if (error instanceof RangeError) throw syntaxError(file, "nested too deeply", undefined);
    throw error;
  }
}

function firstAlias(document: Document.Parsed): number {
  let offset = 0;
  const { visit } = yaml();
  visit(document, {
    Alias: (_key, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function childOf(node: unknown, key: string | number): { at: Node | undefined; value: unknown } | undefined {
  const { isMap, isScalar, isSeq } = yaml();
  if (isSeq(node) && typeof key === "number") {
    const item = node.items[key] as Node | undefined;
    return item === undefined ? undefined : { at: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) as
    Pair<Node> | undefined;
  return pair === undefined ? undefined : { at: pair.key, value: pair.value };
}

/** The position of a path, or of the nearest thing around it that exists. */
export function locateIn({ document, lines }: YamlSource, path: string): Position | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0];
  for (const key of pathKeys(path)) {
    const child = childOf(node, key);
    if (child === undefined) break;
    offset = child.at?.range?.[0] ?? offset;
    node = child.value;
  }
  return offset === undefined ? undefined : position(lines, offset);
}
