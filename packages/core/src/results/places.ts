import type { Calibration } from "../market/calibration.js";
import { elementShare } from "./element-share.js";

/** Where things stand in the index spaces of a calibration, for quick look-up. */
export interface Places {
  /** Index by good × region, or −1. */
  readonly originAt: Int32Array;
  readonly buyerAt: Int32Array;
  /** Entries of the uses' goods that each buyer serves, and the use of each entry. */
  readonly entriesOfBuyer: readonly (readonly number[])[];
  readonly useOfEntry: Int32Array;
  /** t of elements per t of each good. */
  readonly content: Float64Array;
}

const known = new WeakMap<Calibration, Places>();

export function placesOf(calibration: Calibration): Places {
  let places = known.get(calibration);
  if (places === undefined) known.set(calibration, (places = makePlaces(calibration)));
  return places;
}

function makePlaces({ regions, goods, origins, buyers, uses, chain }: Calibration): Places {
  const at = (space: { count: number; region: Int32Array; good: Int32Array }): Int32Array => {
    const table = new Int32Array(goods.length * regions.length).fill(-1);
    for (let i = 0; i < space.count; i++) table[space.good[i] * regions.length + space.region[i]] = i;
    return table;
  };
  const entriesOfBuyer: number[][] = Array.from({ length: buyers.count }, () => []);
  const useOfEntry = new Int32Array(uses.goodBuyer.length);
  for (let u = 0; u < uses.count; u++) {
    for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++) {
      useOfEntry[i] = u;
      entriesOfBuyer[uses.goodBuyer[i]].push(i);
    }
  }
  const content = Float64Array.from(chain.goods, (good) => elementShare(good.elements));
  return { originAt: at(origins), buyerAt: at(buyers), entriesOfBuyer, useOfEntry, content };
}

/** Indices at the crossings of goods and regions, in the order of goods, then regions. */
export function crossings(
  table: Int32Array,
  goods: readonly number[],
  regions: ReadonlySet<number>,
  width: number,
): number[] {
  const found: number[] = [];
  for (const good of goods) {
    for (const region of regions) {
      const index = table[good * width + region];
      if (index >= 0) found.push(index);
    }
  }
  return found;
}
