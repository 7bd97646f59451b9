import { nodeOf, placeOf, type MarketProblem } from "../market-problem.js";
import { addSupport, type PriceRule, type SupportUnknowns } from "./add-support.js";
import { unknown } from "./expression.js";
import { isLive, type MarketNeeds } from "./market-needs.js";
import { onePrice, type Place } from "./place.js";
import type { UnitBuilder } from "./unit-builder.js";

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
  const rules = new Map<number, PriceRule>();
  for (const row of problem.floors) rules.set(nodeOf(problem, row.region, row.good), row);
  for (const row of problem.ceilings)
    rules.set(nodeOf(problem, row.region, row.good), { mechanism: "ceiling", price: row.price });
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
    const supported = addSupport(builder, node, good, plain, rule, regimeOf(problem, node, good, rule));
    supports.push(supported.support);
    return supported.place;
  });
  return { at, supports };
}

/** A border floor where nothing can come in has nothing to do. */
function regimeOf(problem: MarketProblem, node: number, good: number, { mechanism }: PriceRule) {
  const [region] = placeOf(problem, node);
  const imports = problem.arcs.some((arc) => arc.to === region && arc.from !== region && arc.good === good);
  return mechanism === "border" && !imports ? "open" : problem.regimes?.get(node);
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
