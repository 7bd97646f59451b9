import type { Floor } from "../market-problem.js";
import { ArcCosts } from "./arc-costs.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";

/** The levy of a border floor: what the cheapest import lacks to the floor, the same for all. */
export function borderLevy(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  { region, good, price }: Floor,
): number {
  let cheapest = Infinity;
  figures.problem.arcs.forEach((arc, k) => {
    if (arc.to !== region || arc.from === region || arc.good !== good) return;
    const origin = values.get(figures.at(arc.from, good))?.leave[0] ?? Infinity;
    const { inside, over } = new ArcCosts(figures, arc, figures.flow[k]).delivered(origin);
    cheapest = Math.min(cheapest, inside, over);
  });
  return Math.max(0, price - cheapest);
}
