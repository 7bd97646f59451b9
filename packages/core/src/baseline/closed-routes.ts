import type { Chain } from "../chain/chain.js";
import type { ClosedRoute } from "./baseline.js";
import { routeFactors } from "./flow-prior.js";
import type { FoundYear } from "./found-year.js";

interface Recipe {
  readonly region: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
}

/** Routes that the table of routes closes, between regions where a plant or project could supply and could use the good. */
export function closedRoutes(chain: Chain, year: FoundYear): ClosedRoute[] {
  const recipes: readonly Recipe[] = [...year.nodes, ...year.projects];
  return chain.goods.flatMap(({ id: good }) => {
    const factor = routeFactors(chain, year.trade, good);
    const from = regionsWhere(recipes, ({ outputs }) => (outputs[good] ?? 0) > 0);
    const to = regionsWhere(recipes, ({ inputs }) => (inputs[good] ?? 0) > 0);
    return from.flatMap((origin) =>
      to.filter((buyer) => factor(origin, buyer) === 0).map((buyer) => ({ good, from: origin, to: buyer })),
    );
  });
}

function regionsWhere(recipes: readonly Recipe[], matches: (recipe: Recipe) => boolean): string[] {
  return [...new Set(recipes.filter(matches).map((recipe) => recipe.region))];
}
