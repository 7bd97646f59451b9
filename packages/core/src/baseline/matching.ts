import type { Chain } from "../chain/chain.js";

/** True where `pattern` is the id or ends in `*` and the id begins with what stands before it. */
export function matchesGood(pattern: string, good: string): boolean {
  return pattern.endsWith("*") ? good.startsWith(pattern.slice(0, -1)) : pattern === good;
}

/** Regions of `*`, of a group, of one region, or of several joined by `+`. */
export function regionsOf(chain: Pick<Chain, "regions" | "groups">, selector: string): readonly string[] {
  if (selector === "") return [];
  if (selector === "*") return chain.regions.map((region) => region.id);
  return selector.split("+").flatMap((name) => chain.groups[name] ?? [name]);
}
