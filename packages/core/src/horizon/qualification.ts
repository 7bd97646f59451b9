import type { Calibration } from "../market/calibration.js";
import type { Market } from "../market/market.js";
import type { YearTerms } from "./terms.js";

/** A newcomer's remaining qualification cost falls in equal steps over the good's qualification years, counted from its first supply. */
export function nextUnqualified(
  { chain, origins }: Calibration,
  unqualified: Float64Array,
  supply: Float64Array,
): Float64Array {
  return unqualified.map((left, o) => {
    if (left === 0 || supply[o] <= 0) return left;
    return Math.max(0, left - 1 / Math.max(1, chain.goods[origins.good[o]].qualificationYears));
  });
}

/** Recognised qualification: removes a share of what makes a source unfamiliar on the routes that levers name, at their stated cost. */
export function withRecognisedQualification(
  { arcs, regions, goods }: Calibration,
  market: Market,
  unqualified: Float64Array,
  terms: YearTerms,
): Market {
  if (terms.qualification.length === 0) return market;
  const left = new Float64Array(arcs.count).fill(1);
  for (const entry of terms.qualification) {
    for (let a = 0; a < arcs.count; a++) {
      const good = goods[market.origins.good[arcs.origin[a]]];
      const [from, to] = [
        regions[market.origins.region[arcs.origin[a]]],
        regions[market.buyers.region[arcs.buyer[a]]],
      ];
      if (
        from === to ||
        !entry.goods.includes(good) ||
        !entry.exporters.includes(from) ||
        !entry.importers.includes(to)
      )
        continue;
      left[a] *= 1 - entry.share;
    }
  }
  const logWeight = market.arcs.logWeight.map((weight, a) => {
    if (left[a] === 1) return weight;
    const removable =
      arcs.entrant[a] === 1 ? arcs.qualification[a] * unqualified[arcs.origin[a]] : arcs.excess[a];
    return weight + ((1 - left[a]) * removable) / market.buyers.theta[arcs.buyer[a]];
  });
  return { ...market, arcs: { ...market.arcs, logWeight } };
}
