import type { CompiledProblem } from "../compile/compile-problem.js";

interface Leg {
  readonly unknown: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes out goods that travel in a circle. On arcs without congestion and without a binding limit every flow may shrink
 * along a circle without touching a price, a balance or a condition.
 *
 * @param x a solution, changed in place.
 */
export function cancelCirculation(compiled: CompiledProblem, x: Float64Array): void {
  for (const legs of layers(compiled, x).values()) {
    for (let cycle = findCycle(legs, x); cycle !== undefined; cycle = findCycle(legs, x)) {
      const least = Math.min(...cycle.map((leg) => x[leg.unknown]));
      for (const leg of cycle) x[leg.unknown] = x[leg.unknown] === least ? 0 : x[leg.unknown] - least;
    }
  }
}

/** Flows by good and seller that may shrink freely. */
function layers({ problem, arcs, rents }: CompiledProblem, x: Float64Array): Map<string, Leg[]> {
  const layersOf = new Map<string, Leg[]>();
  const binds = (rent: number) => rent >= 0 && x[rent] > 0;
  for (const { arc, parts, capacityRent } of arcs) {
    const { from, to, good, slope, quotas, tariffRateQuota, capacity } = problem.arcs[arc];
    if (slope !== 0 || problem.dispersion[good] > 0 || binds(capacityRent)) continue;
    if (quotas.some((q) => binds(rents.quotas[q]))) continue;
    for (const part of parts) {
      if (x[part.unknown] <= 0 || x[part.unknown] >= capacity) continue;
      if (part.tier === "in" && binds(rents.tariffRateQuotas[tariffRateQuota])) continue;
      const key = `${good}:${part.seller}`;
      layersOf.set(key, [...(layersOf.get(key) ?? []), { unknown: part.unknown, from, to }]);
    }
  }
  return layersOf;
}

/** A directed cycle of positive flows, by depth-first search. */
function findCycle(legs: readonly Leg[], x: Float64Array): Leg[] | undefined {
  const leaving = new Map<number, Leg[]>();
  for (const leg of legs) {
    if (x[leg.unknown] <= 0) continue;
    const list = leaving.get(leg.from);
    if (list) list.push(leg);
    else leaving.set(leg.from, [leg]);
  }
  const done = new Set<number>();
  for (const start of leaving.keys()) {
    const path: Leg[] = [];
    const onPath = new Map<number, number>([[start, 0]]);
    const next = new Map<number, number>();
    let node = start;
    while (!done.has(start)) {
      const options = leaving.get(node) ?? [];
      const k = next.get(node) ?? 0;
      if (k >= options.length) {
        done.add(node);
        onPath.delete(node);
        const back = path.pop();
        if (back === undefined) break;
        node = back.from;
        continue;
      }
      next.set(node, k + 1);
      const leg = options[k];
      if (done.has(leg.to)) continue;
      const at = onPath.get(leg.to);
      path.push(leg);
      if (at !== undefined) return path.slice(at);
      onPath.set(leg.to, path.length);
      node = leg.to;
    }
  }
  return undefined;
}
