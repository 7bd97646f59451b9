import type { Equilibrium, Market } from "../market/market.js";

/**
 * What users take of a release (≤ 0, t/y per buyer) where all of it finds no use: a use with a fixed recipe draws from its stores no more
 * than goes with the rest of the recipe, which is what it had without stores and what the scarcest of them adds. Buyers that plants or
 * uses without a recipe buy through keep their release.
 *
 * @param without the stopped market's answer without stores.
 */
export function usableRelease(
  { uses, nodes, buyers }: Market,
  release: Float64Array,
  without: Pick<Equilibrium, "demand">,
): Float64Array {
  const most = new Float64Array(buyers.count);
  for (let e = 0; e < uses.count; e++) {
    const [from, to] = [uses.goodStart[e], uses.goodStart[e + 1]];
    let added = Infinity;
    for (let i = from; i < to; i++)
      if (uses.goodWeight[i] > 0)
        added = Math.min(added, Math.max(0, -release[uses.goodBuyer[i]]) / uses.goodWeight[i]);
    const recipe = uses.gradeScale[e] === 0 && to - from > 1;
    for (let i = from; i < to; i++)
      most[uses.goodBuyer[i]] += recipe ? uses.goodWeight[i] * (without.demand[e] + added) : Infinity;
  }
  for (const b of nodes.inBuyer) most[b] = Infinity;
  return release.map((quantity, b) => Math.max(quantity, -most[b]));
}
