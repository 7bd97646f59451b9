import { producerSurplus } from "../accounts/plant-account.js";
import type { Calibration } from "../market/calibration.js";
import { recipeInputs } from "../market/recipe-inputs.js";
import type { Situation } from "./reaction.js";

type Standing = Pick<Situation, "basePrice" | "aboveCost" | "madeOf">;

const known = new WeakMap<Calibration, Map<string, Standing>>();

/** What a power can read off the base year about its own goods: prices, what its makers earn above cost, and what is made of what. */
export function standingOf(calibration: Calibration, responder: string): Standing {
  let byPower = known.get(calibration);
  if (byPower === undefined) known.set(calibration, (byPower = new Map<string, Standing>()));
  let standing = byPower.get(responder);
  if (standing === undefined) byPower.set(responder, (standing = standingIn(calibration, responder)));
  return standing;
}

function standingIn(calibration: Calibration, responder: string): Standing {
  const basePrice = basePriceOf(calibration, responder);
  const earned = earnedShare(calibration, responder);
  const inputs = recipeInputs(calibration);
  const final = new Set(calibration.chain.endUses.flatMap(({ goods }) => goods));
  return {
    basePrice,
    aboveCost: (good) => basePrice(good) * earned(good),
    madeOf: (good) =>
      calibration.goods.filter((made) => made !== good && !final.has(made) && inputs.get(made)?.[0] === good),
  };
}

/** Base price of a good at a region's gate, kUSD/t; 0 where it makes none. */
function basePriceOf({ origins, regions, goods }: Calibration, region: string): (good: string) => number {
  const r = regions.indexOf(region);
  return (good) => {
    const g = goods.indexOf(good);
    for (let o = 0; o < origins.count; o++)
      if (origins.region[o] === r && origins.good[o] === g) return origins.price[o];
    return 0;
  };
}

/** What a region's makers of a good earn, take in and sell, kUSD/y at base prices; a joint product stands in for the whole of what is made. */
interface Makers {
  earned: number;
  value: number;
  readonly inputs: Map<string, number>;
}

/**
 * Surplus above the cost of making as a share of the price, along the chain: what the makers of a good earn, and what those of its inputs
 * earn on what goes into it, where the region makes them.
 */
function earnedShare(calibration: Calibration, region: string): (good: string) => number {
  const makers = makersOf(calibration, region);
  const shareOf = (good: string, above: ReadonlySet<string>): number => {
    const found = makers.get(good);
    if (found === undefined || found.value <= 0 || above.has(good)) return 0;
    const seen = new Set([...above, good]);
    let share = found.earned / found.value;
    for (const [input, worth] of found.inputs) share += (worth / found.value) * shareOf(input, seen);
    return share;
  };
  return (good) => shareOf(good, new Set());
}

function makersOf(calibration: Calibration, region: string): ReadonlyMap<string, Makers> {
  const { nodes, origins, buyers, goods, regions } = calibration;
  const found = new Map<string, Makers>();
  for (let k = 0; k < nodes.count; k++) {
    if (nodes.level[k] <= 0 || regions[nodes.region[k]] !== region) continue;
    const inputs = new Map<string, number>();
    let [value, bought] = [0, 0];
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      value += nodes.outCoefficient[i] * origins.price[nodes.outOrigin[i]];
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
      const worth = nodes.inCoefficient[i] * buyers.price[nodes.inBuyer[i]];
      inputs.set(goods[buyers.good[nodes.inBuyer[i]]], worth * nodes.level[k]);
      bought += worth;
    }
    const plant = { capacity: nodes.capacity[k], cost: nodes.cost[k], gamma: nodes.gamma[k], ramp: 1 };
    const earned = producerSurplus(plant, value - bought - nodes.cost[k]);
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      const good = goods[origins.good[nodes.outOrigin[i]]];
      const sum = found.get(good) ?? { earned: 0, value: 0, inputs: new Map<string, number>() };
      found.set(good, sum);
      sum.earned += earned;
      sum.value += value * nodes.level[k];
      for (const [input, worth] of inputs) sum.inputs.set(input, (sum.inputs.get(input) ?? 0) + worth);
    }
  }
  return found;
}
