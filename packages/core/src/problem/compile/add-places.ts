import { nodeOf, type Ceiling, type Floor, type MarketProblem } from "../market-problem.js";
import { addTo, combine, unknown } from "./expression.js";
import { isLive, type MarketNeeds } from "./market-needs.js";
import { onePrice, type Place } from "./place.js";
import type { UnitBuilder } from "./unit-builder.js";

/** Unknowns of a floor or ceiling; −1 where the mechanism has none. */
export interface SupportUnknowns {
  readonly node: number;
  readonly mechanism: Floor["mechanism"] | "ceiling";
  readonly price: number;
  /** Per unit: the payment, the value of the right to sell or buy, or the levy. */
  readonly perUnit: number;
  readonly purchased: number;
  /** Imports after the levy. */
  readonly imports: number;
}

export interface Places {
  /** By node; absent where nothing happens. */
  readonly at: readonly (Place | undefined)[];
  readonly supports: readonly SupportUnknowns[];
}

/** One price per node of the goods without market power, with the wedges of floors and ceilings; two where trade is dispersed. */
export function addPlaces(
  problem: MarketProblem,
  builder: UnitBuilder,
  needs: MarketNeeds,
  includes: (good: number) => boolean,
): Places {
  const rules = new Map<number, (Floor & { kind: "floor" }) | (Ceiling & { kind: "ceiling" })>();
  for (const row of problem.floors)
    rules.set(nodeOf(problem, row.region, row.good), { ...row, kind: "floor" });
  for (const row of problem.ceilings)
    rules.set(nodeOf(problem, row.region, row.good), { ...row, kind: "ceiling" });
  const supports: SupportUnknowns[] = [];
  const at = Array.from({ length: problem.regions.length * problem.goods.length }, (_, node) => {
    const good = node % problem.goods.length;
    if (!includes(good) || !(isLive(needs, node) || rules.has(node))) return undefined;
    const lower = problem.freeDisposal[good] ? 0 : -Infinity;
    const plain =
      problem.dispersion[good] > 0
        ? dispersedPlace(builder, good, lower)
        : onePrice(builder.price(good, lower));
    const rule = rules.get(node);
    if (rule === undefined) return plain;
    const supported =
      rule.kind === "ceiling"
        ? addCeiling(builder, node, good, plain, rule.price)
        : addFloor(builder, node, good, plain, rule);
    supports.push(supported.support);
    return supported.place;
  });
  return { at, supports };
}

/** With dispersion a region's producers are one origin among others: they have a price of their own. */
function dispersedPlace(builder: UnitBuilder, good: number, lower: number): Place {
  const origin = builder.price(good, lower);
  const use = builder.price(good, lower);
  const [atOrigin, atUse] = [unknown(origin), unknown(use)];
  return {
    ...{ producedInto: origin, leavesFrom: origin, produce: atOrigin, leave: atOrigin, received: atOrigin },
    ...{ arrivesInto: use, usedFrom: use, arrive: atUse, use: atUse, paid: atUse },
  };
}

interface Supported {
  readonly place: Place;
  readonly support: SupportUnknowns;
}

function addCeiling(
  builder: UnitBuilder,
  node: number,
  good: number,
  plain: Place,
  price: number,
): Supported {
  const right = builder.payment(good);
  const sold = combine([1, plain.produce], [-1, unknown(right)]);
  addTo(builder, right, sold, -1);
  builder.constant(right, price);
  const place = { ...plain, produce: sold, arrive: sold, received: sold, paid: sold };
  return {
    place,
    support: { node, mechanism: "ceiling", price, perUnit: right, purchased: -1, imports: -1 },
  };
}

function addFloor(builder: UnitBuilder, node: number, good: number, plain: Place, floor: Floor): Supported {
  const { mechanism, price } = floor;
  const none = { node, mechanism, price, perUnit: -1, purchased: -1, imports: -1 };
  switch (mechanism) {
    case "purchase": {
      const purchased = builder.quantity(good);
      addTo(builder, purchased, plain.produce, 1);
      builder.constant(purchased, -price);
      builder.linear(plain.producedInto, purchased, -1);
      return { place: plain, support: { ...none, purchased } };
    }
    case "border":
      return addBorderFloor(builder, good, plain, none);
    case "deficiency-payment":
    case "regulated": {
      const perUnit = builder.payment(good);
      const raised = combine([1, plain.produce], [1, unknown(perUnit)]);
      addTo(builder, perUnit, raised, 1);
      builder.constant(perUnit, -price);
      const place =
        mechanism === "regulated"
          ? { ...plain, leave: raised, use: raised, received: raised, paid: raised }
          : { ...plain, produce: raised, received: raised };
      return { place, support: { ...none, perUnit } };
    }
  }
}

/** Imports arrive at a price of their own; the levy lifts it to the floor, the same for every origin. */
function addBorderFloor(builder: UnitBuilder, good: number, plain: Place, none: SupportUnknowns): Supported {
  const before = builder.price(good);
  const imports = builder.quantity(good);
  const levy = builder.payment(good);
  const after = combine([1, unknown(before)], [1, unknown(levy)]);
  builder.linear(before, imports, -1);
  builder.linear(plain.arrivesInto, imports, 1);
  addTo(builder, imports, after, 1);
  addTo(builder, imports, plain.arrive, -1);
  addTo(builder, levy, after, 1);
  builder.constant(levy, -none.price);
  const place = { ...plain, arrivesInto: before, arrive: unknown(before) };
  return { place, support: { ...none, perUnit: levy, imports } };
}
