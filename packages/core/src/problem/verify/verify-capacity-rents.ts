import type { MarketProblem } from "../market-problem.js";
import { quantitiesAt } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import { lowestPrice } from "./seller-worth.js";
import type { Worths } from "./verify-conduct.js";
import type { Violations } from "./violations.js";

type Curve = MarketProblem["supply"][number]["curve"];

/** The rent of a curve's or a firm's capacity is what its price exceeds that at which it would just be used up. */
export function verifyCapacityRents(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  { atNode, ofFirm }: Worths,
  violations: Violations,
): void {
  const { problem } = figures;
  const { regions, goods } = problem;
  const check = (id: string, node: number, curve: Curve, capacity: number, worth: number | undefined) => {
    if (capacity === Infinity || worth === undefined) return;
    const scale = figures.priceScale[node % goods.length];
    const usedUp = lowestPrice((price) => quantitiesAt(curve, 1, price, Infinity)[1] >= capacity, scale);
    if (usedUp === -Infinity) return;
    const expected = Math.max(0, worth + problem.supplySubsidy[node] - usedUp);
    violations.add(`rent ${id}`, Math.abs((figures.rent.get(id) ?? 0) - expected) / scale);
  };
  const price = (node: number) => {
    const range = values.get(node)?.produce;
    return range === undefined || range[0] !== range[1] ? undefined : range[0];
  };
  const strategic = (good: number) => problem.sellers.some((seller) => seller.good === good);
  for (const { region, goods: own, curve, capacity } of problem.supply) {
    if (own.length > 1 || "goods" in curve) continue;
    const node = figures.at(region, own[0]);
    const worth = strategic(own[0]) ? atNode.get(node) : price(node);
    check(`supply:${regions[region]}:${goods[own[0]]}`, node, curve, capacity, worth);
  }
  problem.firms.forEach(({ id, region, good, cost, costSlope, capacity }, k) => {
    const node = figures.at(region, good);
    const curve = { form: "inverse-linear", intercept: cost, slope: costSlope } as const;
    check(id, node, curve, capacity, strategic(good) ? ofFirm.get(k) : price(node));
  });
}
