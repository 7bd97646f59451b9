import type { Problem } from "./problem.js";

/**
 * Lowers the prices of buyers that are given stock as far as no use's price falls below zero: what they must take is worth less than
 * nothing where a recipe lacks another good. Those whose price fell furthest (δ in x) come first; buyers that feed plants are left as
 * they are.
 */
export function lowerReleased(
  { market, gluts, controls }: Problem,
  x: Float64Array,
  price: Float64Array,
): void {
  const first = market.origins.count + controls.count;
  const order = [...gluts.keys()].sort((i, j) => x[first + j] - x[first + i]);
  const feeding = new Set(market.nodes.inBuyer);
  for (const i of order) {
    if (feeding.has(gluts[i])) continue;
    const least = leastPrice(market.uses, gluts[i], price);
    if (least < price[gluts[i]]) price[gluts[i]] = least;
  }
}

/** The price of one good at which a use of it becomes worth nothing; Infinity where nothing uses it. */
function leastPrice(uses: Problem["market"]["uses"], b: number, price: Float64Array): number {
  let least = -Infinity;
  for (let e = 0; e < uses.count; e++) {
    for (let i = uses.goodStart[e]; i < uses.goodStart[e + 1]; i++) {
      if (uses.goodBuyer[i] === b)
        least = Math.max(least, uses.gradeScale[e] > 0 ? 0 : recipeless(uses, e, i, price));
    }
  }
  return least === -Infinity ? Infinity : least;
}

/** −(what the rest of a recipe costs) per tonne of this good. */
function recipeless(uses: Problem["market"]["uses"], e: number, own: number, price: Float64Array): number {
  if (!(uses.goodWeight[own] > 0)) return -Infinity;
  let others = 0;
  for (let i = uses.goodStart[e]; i < uses.goodStart[e + 1]; i++)
    if (i !== own && uses.goodWeight[i] > 0) others += uses.goodWeight[i] * price[uses.goodBuyer[i]];
  return -others / uses.goodWeight[own];
}
