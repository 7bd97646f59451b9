import type { Fact } from "./fact.js";

/** The first rows of each kind in turn, so that no kind hides the others; the order of the ranking is kept. */
export function mixed(ranked: readonly Fact[], most: number): Fact[] {
  const kinds = new Map<string, Fact[]>();
  for (const fact of ranked) kinds.set(fact.kind, [...(kinds.get(fact.kind) ?? []), fact]);
  const chosen = new Set<Fact>();
  const longest = Math.max(0, ...[...kinds.values()].map((list) => list.length));
  for (let turn = 0; turn < longest && chosen.size < most; turn++)
    for (const list of kinds.values()) if (turn < list.length && chosen.size < most) chosen.add(list[turn]);
  return ranked.filter((fact) => chosen.has(fact));
}
