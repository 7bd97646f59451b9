import type { Document, Node, Pair, YAMLMap } from "yaml";
import { yaml } from "./yaml-library.js";

/** A key that stands twice in its map, with its offset. */
export interface RepeatedKey {
  readonly key: string;
  readonly offset: number;
}

function keyOf(pair: Pair): string {
  const { isScalar } = yaml();
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function asList(value: unknown): unknown[] {
  return yaml().isSeq(value) ? value.items : [value];
}

/** True where one of two values is a year and the other names something: only together do they say what one list would. */
function complement(first: Pair, second: Pair): boolean {
  const years = [first, second].map(({ value }) => asList(value).filter(isNumber).length);
  return years[0] + years[1] === 1;
}

function isNumber(value: unknown): boolean {
  return yaml().isScalar(value) && typeof value.value === "number";
}

/** Puts the values of a repeated key into one list, in order. */
function merge(first: Pair, second: Pair, document: Document): void {
  const list = new (yaml().YAMLSeq)(document.schema);
  list.items.push(...asList(first.value), ...asList(second.value));
  first.value = list;
}

function settle(map: YAMLMap, document: Document, mergeable: readonly string[]): RepeatedKey | undefined {
  const seen = new Map<string, Pair>();
  const kept: Pair[] = [];
  for (const pair of map.items) {
    const key = keyOf(pair);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, pair);
      kept.push(pair);
    } else if (mergeable.includes(key) && complement(before, pair)) merge(before, pair, document);
    else return { key, offset: (pair.key as Node | null)?.range?.[0] ?? 0 };
  }
  map.items = kept;
  return undefined;
}

/**
 * Finds a key that stands twice in its map, in time linear in the text; a year and a name under `mergeable` keys are put into
 * one list instead.
 */
export function settleRepeatedKeys(
  document: Document,
  mergeable: readonly string[],
): RepeatedKey | undefined {
  const { isMap, isSeq } = yaml();
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isSeq(node)) open.push(...node.items);
    if (!isMap(node)) continue;
    const repeated = settle(node, document, mergeable);
    if (repeated !== undefined) return repeated;
    for (const pair of node.items) open.push(pair.value);
  }
  return undefined;
}
