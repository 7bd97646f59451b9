import type { Market } from "../../market/market.js";
import type { LiveParts } from "./live-parts.js";

/** Delivered cost before rents and floors is slope·π + offset on each arc. */
export interface CostTerms {
  readonly slope: Float64Array;
  readonly offset: Float64Array;
  /** ln N − h/θ, −Infinity on dead arcs. */
  readonly logWeight: Float64Array;
  /** Lowest delivered cost by border floors; undefined where there are none. */
  readonly floor: Float64Array | undefined;
}

export function compileCosts(market: Market, live: LiveParts): CostTerms {
  const { arcs, wedges } = market;
  const taxRate = new Float64Array(arcs.count);
  const tax = new Float64Array(arcs.count);
  const dutyRate = new Float64Array(arcs.count);
  const paid = new Float64Array(arcs.count);
  for (const wedge of wedges) {
    const [rate, amount] = wedge.kind === "export-tax" ? [taxRate, tax] : [dutyRate, paid];
    for (let i = 0; i < wedge.arcs.length; i++) {
      rate[wedge.arcs[i]] += wedge.adValorem[i];
      amount[wedge.arcs[i]] += wedge.specific[i];
    }
  }
  const logWeight = arcs.logWeight.slice();
  const slope = new Float64Array(arcs.count);
  const offset = new Float64Array(arcs.count);
  for (let a = 0; a < arcs.count; a++) {
    const onFob = 1 + dutyRate[a];
    slope[a] = (1 + taxRate[a]) * onFob;
    offset[a] = tax[a] * onFob + arcs.freight[a] * (arcs.dutyOnFob[a] === 1 ? 1 : onFob) + paid[a];
    if (live.arc[a] === 0) logWeight[a] = -Infinity;
  }
  return {
    slope,
    offset,
    logWeight,
    floor: floors(market),
  };
}

function floors({ arcs, borderFloors }: Market): Float64Array | undefined {
  if (borderFloors.length === 0) return undefined;
  const floor = new Float64Array(arcs.count).fill(-Infinity);
  for (const border of borderFloors) {
    border.arcs.forEach((arc, i) => (floor[arc] = Math.max(floor[arc], border.reference[i])));
  }
  return floor;
}
