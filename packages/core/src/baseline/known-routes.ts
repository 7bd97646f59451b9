import type { TermWorld } from "./figure-terms.js";
import { matchesGood } from "./matching.js";

/**
 * Keys of flows whose share is not only a prior: a figure speaks of the route between these two regions alone, or the route is
 * all that its origin or its buyer has.
 */
export function knownRoutes({ year, quantities }: TermWorld): Set<string> {
  const keys = [...quantities.keys()].map(([key]) => key).filter((key) => key.startsWith("flow:"));
  const named = year.figures.map((figure) => figure.terms.split(":")).filter(isOneRoute);
  const count = new Map<string, number>();
  for (const key of keys) for (const side of sidesOf(key)) count.set(side, (count.get(side) ?? 0) + 1);
  return new Set(
    keys.filter((key) => {
      const [, good, from, to] = key.split(":");
      const isNamed = named.some(([, route, goods]) => route === `${from}>${to}` && matchesGood(goods, good));
      return isNamed || sidesOf(key).some((side) => count.get(side) === 1);
    }),
  );
}

function isOneRoute(words: readonly string[]): boolean {
  return words.length === 3 && words[0] === "flow";
}

/** The origin and the buyer of a flow. */
function sidesOf(key: string): string[] {
  const [, good, from, to] = key.split(":");
  return [`${good}:${from}>`, `${good}:>${to}`];
}
