import type { Chain } from "../chain/chain.js";
import { log } from "../numeric/elementary.js";
import type { ArcList } from "./arc-list.js";
import type { IndexSpaces } from "./index-spaces.js";
import type { Wedge } from "./market.js";
import { weightedMedian } from "./weighted-median.js";

/** Delivered cost c⁰ per arc at given origin prices, without rents: fob = π(1+xᵃ)+xˢ, cif = fob + f, c = cif + τV + levies. */
export function deliveredCost(
  price: Float64Array,
  arcs: Pick<ArcList, "count" | "origin" | "freight" | "dutyOnFob">,
  wedges: readonly Wedge[],
): Float64Array {
  const cost = new Float64Array(arcs.count);
  const [dutyRate, dutySpecific] = [new Float64Array(arcs.count), new Float64Array(arcs.count)];
  for (let arc = 0; arc < arcs.count; arc++) cost[arc] = price[arcs.origin[arc]]!;
  for (const wedge of wedges) {
    wedge.arcs.forEach((arc, i) => {
      if (wedge.kind === "export-tax")
        cost[arc] += wedge.adValorem[i] * price[arcs.origin[arc]] + wedge.specific[i];
      else {
        dutyRate[arc] += wedge.adValorem[i];
        dutySpecific[arc] += wedge.specific[i];
      }
    });
  }
  for (let arc = 0; arc < arcs.count; arc++) {
    const fob = cost[arc];
    const cif = fob + arcs.freight[arc];
    cost[arc] = cif + dutyRate[arc] * (arcs.dutyOnFob[arc] === 1 ? fob : cif) + dutySpecific[arc];
  }
  return cost;
}

export interface BuyerBase {
  /** Base use price P̄ = Σ s⁰c⁰, base use, and θ = P̄/σ, per buyer. */
  readonly price: Float64Array;
  readonly use: Float64Array;
  readonly theta: Float64Array;
}

/** A buyer without base use gets the world's mean use price of its good. */
export function buyerBase(chain: Chain, spaces: IndexSpaces, arcs: ArcList, cost: Float64Array): BuyerBase {
  const count = spaces.buyers.count;
  const [price, use, theta] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const [worldValue, worldUse] = [
    new Float64Array(spaces.goods.length),
    new Float64Array(spaces.goods.length),
  ];
  for (let arc = 0; arc < arcs.count; arc++) {
    price[arcs.buyer[arc]] += arcs.flow[arc] * cost[arc];
    use[arcs.buyer[arc]] += arcs.flow[arc];
  }
  for (let buyer = 0; buyer < count; buyer++) {
    worldValue[spaces.buyers.good[buyer]] += price[buyer];
    worldUse[spaces.buyers.good[buyer]] += use[buyer];
  }
  for (let buyer = 0; buyer < count; buyer++) {
    const good = spaces.buyers.good[buyer];
    price[buyer] = use[buyer] > 0 ? price[buyer] / use[buyer] : worldValue[good] / worldUse[good];
    theta[buyer] = price[buyer] / chain.goods[good].sourcingElasticity;
  }
  return { price, use, theta };
}

export interface ArcBase {
  readonly unfamiliarity: Float64Array;
  readonly qualification: Float64Array;
  readonly excess: Float64Array;
  readonly entrant: Uint8Array;
}

/**
 * h = P̄ − c⁰ − θ ln s⁰ where there is a base flow. Measured per tonne of the supplier's size, h' = h + θ ln size, an entrant has the
 * flow-weighted median h' of the buyer's reported suppliers and its qualification cost on top; a new buyer takes each supplier's
 * median h' abroad. (K_ref of the model page is the size of that median supplier, so splitting or merging regions changes nothing.)
 */
export function arcBase(
  chain: Chain,
  spaces: IndexSpaces,
  arcs: ArcList,
  cost: Float64Array,
  buyers: BuyerBase,
  size: Float64Array,
): ArcBase {
  const count = arcs.count;
  const perTonne = new Float64Array(count);
  const base = {
    unfamiliarity: new Float64Array(count),
    qualification: new Float64Array(count),
    excess: new Float64Array(count),
    entrant: new Uint8Array(count),
  };
  for (let arc = 0; arc < count; arc++) {
    if (arcs.flow[arc] <= 0) continue;
    const [origin, buyer] = [arcs.origin[arc], arcs.buyer[arc]];
    const share = arcs.flow[arc] / buyers.use[buyer];
    base.unfamiliarity[arc] = buyers.price[buyer] - cost[arc] - buyers.theta[buyer] * log(share);
    perTonne[arc] = base.unfamiliarity[arc] + buyers.theta[buyer] * log(size[origin]);
  }
  const ofBuyer = medians(arcs, perTonne, arcs.buyer, spaces.buyers.count, () => true);
  const abroad = (arc: number) =>
    spaces.origins.region[arcs.origin[arc]] !== spaces.buyers.region[arcs.buyer[arc]];
  const ofOrigin = medians(arcs, perTonne, arcs.origin, spaces.origins.count, abroad);
  const ofGood = medians(
    arcs,
    perTonne,
    arcs.origin.map((origin) => spaces.origins.good[origin]),
    spaces.goods.length,
    () => true,
  );
  for (let arc = 0; arc < count; arc++) {
    const [origin, buyer] = [arcs.origin[arc], arcs.buyer[arc]];
    const good = chain.goods[spaces.origins.good[origin]];
    const familiar = ofBuyer[buyer] ?? ofGood[spaces.origins.good[origin]] ?? 0;
    const most = good.qualificationCost * buyers.price[buyer];
    if (arcs.flow[arc] > 0) base.excess[arc] = Math.min(most, Math.max(0, perTonne[arc] - familiar));
    else {
      base.entrant[arc] = 1;
      base.unfamiliarity[arc] = arcs.buyerIsNew[buyer] === 1 ? (ofOrigin[origin] ?? familiar) : familiar;
      base.qualification[arc] = arcs.originIsNew[origin] === 1 ? most : 0;
    }
  }
  return base;
}

/** Flow-weighted medians of a value per arc, by group; reported flows count, priors only where a group has nothing else. */
function medians(
  arcs: ArcList,
  value: Float64Array,
  group: ArrayLike<number>,
  groups: number,
  counts: (arc: number) => boolean,
): (number | undefined)[] {
  const [reported, all]: [number[][], number[][]] = [[], []];
  for (let g = 0; g < groups; g++) {
    reported.push([]);
    all.push([]);
  }
  for (let arc = 0; arc < arcs.count; arc++) {
    if (arcs.flow[arc] <= 0 || !counts(arc)) continue;
    all[group[arc]].push(arc);
    if (arcs.prior[arc] === 0) reported[group[arc]].push(arc);
  }
  return all.map((members, g) => {
    const chosen = reported[g].length > 0 ? reported[g] : members;
    return weightedMedian(
      chosen.map((arc) => value[arc]),
      chosen.map((arc) => arcs.flow[arc]),
    );
  });
}
