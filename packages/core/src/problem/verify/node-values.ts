import { placeOf } from "../market-problem.js";
import { above, below, same, type Range } from "./curve-quantities.js";
import { dispersedValue } from "./dispersed-value.js";
import type { Figures } from "./figures.js";
import type { Violations } from "./violations.js";

/** Of the price: prices within this of a regulated one count as held by it. */
export const HELD = 1e-9;

/** What a unit is worth at a node to each role, as far as the answer tells: a single value or a range. */
export interface NodeValue {
  readonly produce: Range;
  readonly arrive: Range;
  readonly leave: Range;
  readonly use: Range;
}

/**
 * Reads values off the answer's prices and checks how floors, ceilings and subsidies tie sellers' to buyers' prices.
 * Where a regulated price rations one side, its own value is only known to lie beyond the price.
 */
export function nodeValues(figures: Figures, violations: Violations): Map<number, NodeValue> {
  const { problem } = figures;
  const values = new Map<number, NodeValue>();
  for (const [node, supply] of figures.supplyPrice) {
    const received = supply - problem.supplySubsidy[node];
    const paid = figures.demandPrice.get(node)! + problem.demandSubsidy[node];
    const good = node % problem.goods.length;
    const scale = figures.priceScale[good];
    const value = valueAt(figures, node, received, paid, scale, violations);
    values.set(node, value);
    if (problem.freeDisposal[good])
      violations.add(`free disposal ${node}`, -Math.min(value.produce[1], value.use[1]) / scale);
  }
  return values;
}

function valueAt(
  figures: Figures,
  node: number,
  received: number,
  paid: number,
  scale: number,
  violations: Violations,
): NodeValue {
  const { problem } = figures;
  const good = node % problem.goods.length;
  const here = (row: { readonly region: number; readonly good: number }) =>
    row.region * problem.goods.length + row.good === node;
  const [got, given]: [Range, Range] = [
    [received, received],
    [paid, paid],
  ];
  const floor = problem.floors.find(here);
  const ceiling = problem.ceilings.find(here);
  const plain = {
    produce: got,
    arrive: given,
    leave: given,
    use: given,
  };
  if (problem.dispersion[good] > 0)
    return dispersedValue(figures, node, { received, paid }, { floor, ceiling }, violations);
  if (floor?.mechanism === "deficiency-payment") {
    violations.add(`payment at ${node}`, Math.abs(received - Math.max(paid, floor.price)) / scale);
    return plain;
  }
  if (!problem.sellers.some((seller) => seller.good === good))
    violations.add(`one price at ${node}`, Math.abs(received - paid) / scale);
  if (floor?.mechanism === "regulated") {
    violations.add(`floor at ${node}`, (floor.price - paid) / scale);
    const right = rightAt(figures, "floor", node);
    const beyond = paid > floor.price + HELD * scale ? given : right > 0 ? same(paid - right) : below(paid);
    return { ...plain, produce: beyond, arrive: beyond };
  }
  if (ceiling) {
    violations.add(`ceiling at ${node}`, (paid - ceiling.price) / scale);
    const right = rightAt(figures, "ceiling", node);
    const beyond = paid < ceiling.price - HELD * scale ? given : right > 0 ? same(paid + right) : above(paid);
    return { ...plain, leave: beyond, use: beyond };
  }
  return plain;
}

/** What the right to trade at a regulated price is worth, where somebody from elsewhere got through and it is reported. */
export function rightAt({ problem, rent }: Figures, kind: "floor" | "ceiling", node: number): number {
  const [region, good] = placeOf(problem, node);
  return rent.get(`${kind}:${problem.regions[region]}:${problem.goods[good]}`) ?? 0;
}
