import { ArcCosts } from "./arc-costs.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

/** On every route of an exact, competitive good: no gain from shipping, and no loss where there is a flow. */
export function verifyArcs(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem, flow } = figures;
  const strategic = new Set(problem.sellers.map((seller) => seller.good));
  problem.arcs.forEach((arc, k) => {
    const { good } = arc;
    const scaleQ = Math.max(
      figures.quantityScale[figures.at(arc.from, good)],
      figures.quantityScale[figures.at(arc.to, good)],
    );
    violations.add(`flow ${k} ≥ 0`, -flow[k] / scaleQ);
    violations.add(`capacity of arc ${k}`, (flow[k] - arc.capacity) / scaleQ);
    const costs = new ArcCosts(figures, arc, flow[k]);
    if (costs.capacityRent() !== 0)
      violations.complementary(
        `rent of arc ${k}`,
        costs.capacityRent() / figures.priceScale[good],
        (arc.capacity - flow[k]) / scaleQ,
      );
    if (problem.dispersion[good] > 0 || strategic.has(good)) return;
    const from = values.get(figures.at(arc.from, good));
    const to = values.get(figures.at(arc.to, good));
    if (!from || !to) {
      violations.add(`arc ${k} without prices`, Infinity);
      return;
    }
    const least = costs.delivered(from.leave[0]);
    const most = costs.delivered(from.leave[1]);
    const [low, high] = levied(
      figures,
      arc.to,
      good,
      Math.min(least.inside, least.over),
      Math.min(most.inside, most.over),
    );
    const scaleP = Math.max(figures.priceScale[good], Math.abs(arc.cost));
    violations.add(`gain on arc ${k}`, (to.arrive[0] - high) / scaleP);
    if (flow[k] > 1e-11 * scaleQ) violations.add(`loss on arc ${k}`, (low - to.arrive[1]) / scaleP);
  });
  verifyBorders(figures, values, violations);
}

/** A border floor lifts what arrives to the floor. */
function levied(
  figures: Figures,
  region: number,
  good: number,
  low: number,
  high: number,
): readonly [number, number] {
  const floor = figures.problem.floors.find(
    (row) => row.region === region && row.good === good && row.mechanism === "border",
  );
  return floor ? [Math.max(low, floor.price), Math.max(high, floor.price)] : [low, high];
}

/** Under a border floor the cheapest origins deliver: the levy is the same for all. */
function verifyBorders(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem, flow } = figures;
  for (const floor of problem.floors) {
    if (floor.mechanism !== "border" || problem.dispersion[floor.good] > 0) continue;
    const offers = problem.arcs.flatMap((arc, k) => {
      if (arc.to !== floor.region || arc.good !== floor.good) return [];
      const from = values.get(figures.at(arc.from, arc.good));
      const { inside, over } = new ArcCosts(figures, arc, flow[k]).delivered(from?.leave[0] ?? NaN);
      return [{ flow: flow[k], cost: Math.min(inside, over) }];
    });
    const cheapest = Math.min(...offers.map((offer) => offer.cost));
    const scaleQ = figures.quantityScale[figures.at(floor.region, floor.good)];
    for (const offer of offers)
      if (offer.flow > 1e-11 * scaleQ)
        violations.add(
          "dearer origin under a border floor",
          (offer.cost - cheapest) / figures.priceScale[floor.good],
        );
  }
}
