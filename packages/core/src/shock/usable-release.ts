import type { Equilibrium, Market } from "../market/market.js";

/**
 * What users take of a release (≤ 0, t/y per buyer) where all of it finds no use: a use with a fixed recipe draws from its stores no more
 * than goes with the rest of the recipe, which is what it had without stores and what the scarcest of them adds. Uses that buy through one
 * buyer share its store as they shared its supply. Buyers that plants or uses without a recipe buy through keep their release.
 *
 * @param without the stopped market's answer without stores.
 */
export function usableRelease(
  { uses, nodes, buyers }: Market,
  release: Float64Array,
  without: Pick<Equilibrium, "demand">,
): Float64Array {
  const most = new Float64Array(buyers.count);
  const part = shareOfStore({ uses, buyers }, without.demand);
  for (let e = 0; e < uses.count; e++) {
    const entries = entriesOf(uses, e);
    const needed = entries.filter((i) => uses.goodWeight[i] > 0);
    if (uses.gradeScale[e] > 0 || needed.length < 2) {
      for (const i of uses.gradeScale[e] > 0 ? entries : needed) most[uses.goodBuyer[i]] = Infinity;
      continue;
    }
    const stored = (i: number) => part(e, i) * Math.max(0, -release[uses.goodBuyer[i]]);
    const added = Math.min(...needed.map((i) => stored(i) / uses.goodWeight[i]));
    for (const i of needed) most[uses.goodBuyer[i]] += uses.goodWeight[i] * (without.demand[e] + added);
  }
  for (const b of nodes.inBuyer) most[b] = Infinity;
  return release.map((quantity, b) => Math.max(quantity, -most[b]));
}

const entriesOf = ({ goodStart }: Market["uses"], e: number): number[] =>
  Array.from({ length: goodStart[e + 1] - goodStart[e] }, (_, k) => goodStart[e] + k);

/** The part of a buyer's store that is a use's, by entry: as its supply was shared, by recipe where nobody had any. */
function shareOfStore({ uses, buyers }: Pick<Market, "uses" | "buyers">, demand: Float64Array) {
  const [taken, asked] = [new Float64Array(buyers.count), new Float64Array(buyers.count)];
  for (let e = 0; e < uses.count; e++)
    for (const i of entriesOf(uses, e)) {
      taken[uses.goodBuyer[i]] += demand[e] * uses.goodWeight[i];
      asked[uses.goodBuyer[i]] += uses.goodWeight[i];
    }
  return (e: number, i: number): number => {
    const b = uses.goodBuyer[i];
    return taken[b] > 0 ? (demand[e] * uses.goodWeight[i]) / taken[b] : uses.goodWeight[i] / asked[b];
  };
}
