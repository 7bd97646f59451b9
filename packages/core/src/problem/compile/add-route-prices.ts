import type { MarketProblem } from "../market-problem.js";
import type { SupportUnknowns } from "./add-support.js";
import { shareTerm, type Destination } from "./share-term.js";
import type { UnitBuilder } from "./unit-builder.js";

/**
 * Under a ceiling with dispersion an import sells at what it is worth to buyers, use cost − θ·ln(flow/(weight · total)), or
 * at the ceiling where that is less; the right to buy it is then worth the difference.
 *
 * @returns the unknown price of each import, by arc.
 */
export function addRoutePrices(
  problem: MarketProblem,
  builder: UnitBuilder,
  destination: Destination,
  usePrice: number,
  { price }: SupportUnknowns,
): ReadonlyMap<number, number> {
  const { good, group, weights } = destination;
  const prices = new Map<number, number>();
  for (const { arc, parts } of group) {
    if (problem.arcs[arc].from === problem.arcs[arc].to) continue;
    const flows = parts.map((part) => part.unknown);
    const sold = builder.payment(good, -Infinity, price);
    builder.linear(sold, sold, 1);
    builder.linear(sold, usePrice, -1);
    builder.term(shareTerm(destination, flows, weights[arc], [sold]));
    for (const flow of flows) {
      builder.linear(flow, usePrice, 1);
      builder.linear(flow, sold, -1);
    }
    prices.set(arc, sold);
  }
  return prices;
}
