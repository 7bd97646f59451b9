import type { Issue } from "../../errors/issue.js";
import type { Problem } from "./problem.js";
import { lowerReleased } from "./release-prices.js";

/** What the two sides must differ by, relative to them, to count. */
const CLEAR = 1e-6;

/**
 * Fixed purchases that recipes, capacities and quotas together cannot bring, or releases that recipes cannot take up, told from any prices
 * π and rents λ ≥ 0 (those of a solve that ran away serve best). Whatever flows are possible, Σ B·P ≤ Σ given·π + Σ K·max(0, Σ out·π −
 * Σ in·P − λ) + Σ λ·limit, where B < 0 is a release and P the least π + λ among a buyer's open routes, or less where stock is given, as
 * long as no use's price is below zero: every tonne bought was bought somewhere, and no plant makes more than its capacity. Prices at
 * which this fails are a certificate that no flow is feasible. Prices of origins below zero count as zero, rents with a cap or on shares
 * as none: both only weaken it.
 */
export function scarceSupply(problem: Problem, x: Float64Array): Issue | undefined {
  const { market } = problem;
  const { buyers } = market;
  const origin = x.map((price) => Math.max(0, price));
  const rents = rentsOf(problem, x);
  const price = leastPrices(problem, origin, rents.onArc);
  lowerReleased(problem, x, price);
  const supplied = rents.value + worthOfSupply(problem, origin, price, rents.onNode);
  const worth = (b: number): number => price[b] * buyers.stockBuild[b];
  let bought = 0;
  let largest = 0;
  for (let b = 0; b < buyers.count; b++) {
    bought += worth(b);
    if (worth(b) > worth(largest)) largest = b;
  }
  if (!(bought > (1 + CLEAR) * supplied) || !(bought < Infinity)) return undefined;
  const quantity = Math.abs(buyers.stockBuild[largest]);
  return {
    code: "INFEASIBLE",
    details: {
      reason: buyers.stockBuild[largest] > 0 ? "purchase-beyond-supply" : "release-beyond-use",
      good: market.goods[buyers.good[largest]],
      region: market.regions[buyers.region[largest]],
      quantity,
      most: Math.max(0, quantity - (bought - supplied) / Math.abs(price[largest])),
    },
  };
}

/** Uncapped rents with coefficients ≥ 0: on each arc and node, and what the limits are worth. */
function rentsOf({ market }: Problem, x: Float64Array) {
  const { arcs, nodes, origins, controls } = market;
  const onArc = new Float64Array(arcs.count);
  const onNode = new Float64Array(nodes.count);
  let value = 0;
  controls.forEach((control, c) => {
    const rent = Math.max(0, x[origins.count + c]);
    if (rent === 0 || control.cap < Infinity || control.coefficient.some((share) => share < 0)) return;
    value += rent * control.limit;
    const at = control.on === "arc" ? onArc : onNode;
    control.members.forEach((member, i) => (at[member] += control.coefficient[i] * rent));
  });
  return { onArc, onNode, value };
}

/** By buyer; zero where no route is open. */
function leastPrices({ market, live }: Problem, origin: Float64Array, onArc: Float64Array): Float64Array {
  const { arcs, buyers } = market;
  const price = new Float64Array(buyers.count);
  for (let b = 0; b < buyers.count; b++) {
    let least = Infinity;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++)
      if (live.arc[a] === 1) least = Math.min(least, origin[arcs.origin[a]] + onArc[a]);
    price[b] = least === Infinity ? 0 : least;
  }
  return price;
}

/** What is given and what all plants could earn at these prices, costs left out. */
function worthOfSupply(
  { market, capacity }: Problem,
  origin: Float64Array,
  price: Float64Array,
  onNode: Float64Array,
): number {
  const { origins, nodes } = market;
  let worth = 0;
  for (let o = 0; o < origins.count; o++) worth += origin[o] * origins.given[o];
  for (let k = 0; k < nodes.count; k++) {
    let margin = -onNode[k];
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      margin += nodes.outCoefficient[i] * origin[nodes.outOrigin[i]];
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++)
      margin -= nodes.inCoefficient[i] * price[nodes.inBuyer[i]];
    worth += Math.max(0, margin) * capacity[k] * nodes.ramp[k];
  }
  return worth;
}
