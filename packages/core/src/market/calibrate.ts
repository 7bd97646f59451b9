import type { Baseline } from "../baseline/baseline.js";
import type { Chain } from "../chain/chain.js";
import { arcList } from "./arc-list.js";
import { baseWedges } from "./base-wedges.js";
import { arcBase, buyerBase, deliveredCost } from "./calibrate-arcs.js";
import { calibrateNodes } from "./calibrate-nodes.js";
import { calibrateUses } from "./calibrate-uses.js";
import type { CalibratedNodes, CalibratedOrigins, Calibration } from "./calibration.js";
import { indexSpaces, type IndexSpaces } from "./index-spaces.js";
import { nodeList } from "./node-list.js";

/**
 * Finds the constants with which the balanced base year solves itself: cost of unfamiliar sources h = P̄ − c⁰ − θ ln s⁰,
 * θ = P̄/σ, plants' cost and spread from utilisation and elasticity, weights of grades, choke prices.
 *
 * @throws IssueError `BASE_VALUE_ADDED` where a running node earns nothing at base prices and no cost is given.
 */
export function calibrate(chain: Chain, baseline: Baseline): Calibration {
  const entries = nodeList(chain, baseline);
  const spaces = indexSpaces(chain, baseline, entries);
  const arcs = arcList(chain, baseline, spaces);
  const wedges = baseWedges(baseline, spaces, arcs);
  const table = originTable(baseline, spaces);
  const cost = deliveredCost(table.price, arcs, wedges);
  const buyers = buyerBase(chain, spaces, arcs, cost);
  const nodes = calibrateNodes(entries, spaces, table, buyers);
  const origins: CalibratedOrigins = { ...table, size: originSize(table, nodes, nodes.capacity) };
  const { start, origin, buyer, freight, dutyOnFob, flow, count } = arcs;
  return {
    chain,
    baseline,
    regions: spaces.regions,
    goods: spaces.goods,
    origins,
    buyers: { count: spaces.buyers.count, region: spaces.buyers.region, good: spaces.buyers.good, ...buyers },
    arcs: {
      count,
      start,
      origin,
      buyer,
      freight,
      dutyOnFob,
      flow,
      ...arcBase(chain, spaces, arcs, cost, buyers, origins.size),
    },
    nodes,
    uses: calibrateUses(chain, baseline, spaces, buyers),
    wedges,
  };
}

/** Σ output·capacity + recycled per origin, t/y: the size that route weights are relative to. */
export function originSize(
  origins: Pick<CalibratedOrigins, "count" | "recycled">,
  nodes: Pick<CalibratedNodes, "count" | "outStart" | "outOrigin" | "outCoefficient">,
  capacity: Float64Array,
  recycled: Float64Array = origins.recycled,
): Float64Array {
  const size = Float64Array.from(recycled);
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      size[nodes.outOrigin[i]] += nodes.outCoefficient[i] * capacity[k];
  }
  return size;
}

function originTable(baseline: Baseline, spaces: IndexSpaces): Omit<CalibratedOrigins, "size"> {
  const { count, region, good } = spaces.origins;
  const table = {
    count,
    region,
    good,
    disposalPrice: new Float64Array(count),
    price: new Float64Array(count),
    disposal: new Float64Array(count),
    recycled: new Float64Array(count),
  };
  const known = new Uint8Array(count);
  for (const row of baseline.origins) {
    const origin = spaces.origins.at(spaces.regionIndex.get(row.region)!, spaces.goodIndex.get(row.good)!);
    known[origin] = 1;
    table.disposalPrice[origin] = row.disposalPrice;
    table.price[origin] = row.price;
    table.disposal[origin] = row.disposal;
    table.recycled[origin] = row.recycled;
  }
  for (let origin = 0; origin < count; origin++) {
    if (known[origin] === 0)
      table.disposalPrice[origin] = lowestDisposalPrice(baseline, spaces.goods[good[origin]]);
  }
  return table;
}

/** An origin without a base row throws away at the lowest price at which others do. */
function lowestDisposalPrice(baseline: Baseline, good: string): number {
  const prices = baseline.origins
    .filter((origin) => origin.good === good)
    .map((origin) => origin.disposalPrice);
  return prices.length === 0 ? 0 : Math.min(...prices);
}
