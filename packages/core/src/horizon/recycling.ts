import type { Calibration } from "../market/calibration.js";
import { endOfLifeShares } from "./weibull.js";

/** End-of-life supply by cohort: what each use's goods leave behind, and where it returns. */
export interface Recycling {
  /** End-of-life shares by age 1, 2, …, per end use of the uses' goods. */
  readonly shares: readonly Float64Array[];
  /** Per use, by years since the base year: what the cohorts before it leave behind, per tonne of base use. */
  readonly fromPast: readonly Float64Array[];
  /** Where a tonne of arisings returns as oxide: entries (origin, t per t), per good of a use. */
  readonly returns: readonly (readonly { readonly origin: number; readonly perTonne: number }[])[];
  /** Recycling nodes and the goods of uses whose arisings they live from. */
  readonly nodes: readonly { readonly node: number; readonly goods: readonly number[] }[];
}

const agesCounted = 60;

/**
 * Arisings × collection × recovery × content return as oxides. Where a region recycles by plant, its capacity follows the arisings;
 * elsewhere what arises beyond the base year's adds to the supply of the region's own oxide, if it makes any.
 */
export function recyclingOf(calibration: Calibration): Recycling {
  const { chain, uses, nodes, baseline } = calibration;
  const endUses = new Map(chain.endUses.map((endUse) => [endUse.id, endUse]));
  const plants = new Map<number, number[]>();
  for (let k = 0; k < nodes.count; k++) {
    if (nodes.technology[k].kind !== "recycling" || nodes.level[k] <= 0) continue;
    plants.set(nodes.region[k], [...(plants.get(nodes.region[k]) ?? []), k]);
  }
  const shares: Float64Array[] = [];
  const returns: { origin: number; perTonne: number }[][] = [];
  const fromPast: Float64Array[] = [];
  const living = new Map<number, number[]>();
  const width = baseline.demandIndex.years.length;
  for (let u = 0; u < uses.count; u++) {
    const endUse = endUses.get(uses.endUse[u])!;
    shares.push(
      endUse.life > 0
        ? endOfLifeShares(endUse.life, endUse.lifeShape, agesCounted)
        : new Float64Array(agesCounted),
    );
    const pastGrowth = width > 1 ? uses.index[u * width + 1] / uses.index[u * width] : 1;
    fromPast.push(pastArisings(shares[u], pastGrowth, width));
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++) {
      const yieldOf = endUse.collection * endUse.recovery;
      const good = chain.goods[calibration.buyers.good[uses.goodBuyer[i]]];
      const inMagnets = good.stage === "magnet" && yieldOf > 0;
      const byPlant = plants.get(uses.region[u]);
      if (inMagnets && byPlant !== undefined)
        for (const k of byPlant) living.set(k, [...(living.get(k) ?? []), i]);
      returns.push(
        inMagnets && byPlant === undefined
          ? oxidesOf(calibration, uses.region[u], good.elements, yieldOf)
          : [],
      );
    }
  }
  return { shares, fromPast, returns, nodes: [...living].map(([node, goods]) => ({ node, goods })) };
}

/** Cohorts before the base year grew by a factor a year, as the index begins. */
function pastArisings(shares: Float64Array, growth: number, years: number): Float64Array {
  return Float64Array.from({ length: years }, (_, since) => {
    let [sum, scale] = [0, 1];
    for (let age = since + 1; age <= shares.length; age++) {
      scale /= growth;
      sum += scale * shares[age - 1];
    }
    return sum;
  });
}

function oxidesOf(
  calibration: Calibration,
  region: number,
  elements: Readonly<Record<string, number>>,
  yieldOf: number,
) {
  const { chain, origins } = calibration;
  const found: { origin: number; perTonne: number }[] = [];
  for (let o = 0; o < origins.count; o++) {
    const oxide = chain.goods[origins.good[o]];
    if (oxide.stage !== "oxide" || origins.region[o] !== region || origins.size[o] <= 0) continue;
    let [content, inOxide] = [0, 0];
    for (const [element, share] of Object.entries(oxide.elements)) {
      inOxide += share;
      content += elements[element] ?? 0;
    }
    if (content > 0 && inOxide > 0) found.push({ origin: o, perTonne: (yieldOf * content) / inOxide });
  }
  return found;
}

/** Arisings per use good at the end of life in a year, t: of the cohorts before the base year and of those since. */
export function arisings(
  calibration: Calibration,
  recycling: Recycling,
  cohorts: readonly Float64Array[],
  year: number,
): Float64Array {
  const { uses, baseline } = calibration;
  const result = new Float64Array(uses.goodQuantity.length);
  const since = year - baseline.year;
  for (let u = 0; u < uses.count; u++) {
    const shares = recycling.shares[u];
    const fromPast = recycling.fromPast[u][since] ?? 0;
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++) {
      let sum = fromPast * uses.goodQuantity[i];
      for (let age = 1; age <= since; age++) sum += cohorts[since - age][i] * shares[age - 1];
      result[i] = sum;
    }
  }
  return result;
}

/** Recycled supply per origin and capacity per recycling node in a year, from arisings relative to the base year's. */
export function recycledSupply(
  { origins }: Calibration,
  recycling: Recycling,
  base: Float64Array,
  now: Float64Array,
): { given: Float64Array; capacityFactor: ReadonlyMap<number, number> } {
  const given = origins.recycled.slice();
  recycling.returns.forEach((entries, i) => {
    for (const { origin, perTonne } of entries) given[origin] += perTonne * Math.max(0, now[i] - base[i]);
  });
  const capacityFactor = new Map<number, number>();
  for (const { node, goods } of recycling.nodes) {
    let [before, after] = [0, 0];
    for (const i of goods) {
      before += base[i];
      after += now[i];
    }
    capacityFactor.set(node, before > 0 ? after / before : 1);
  }
  return { given, capacityFactor };
}
