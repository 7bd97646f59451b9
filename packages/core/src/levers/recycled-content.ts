import { choice, defaulting, goods, optional } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import { border, percent, price } from "./common-fields.js";
import { requireContent } from "./content-control.js";
import { defineLever } from "./definition.js";
import { bordersOf, combinations, goodsOf, leftOut } from "./selectors.js";

/**
 * At least the share of a good that a region buys is recycled. Recycled and primary tonnes of one origin are one good, so a route
 * counts as covered by the recycled share of what its origin could supply in the year.
 */
export const recycledContent = defineLever({
  kind: "recycled-content",
  fields: {
    importers: border(),
    goods: goods(),
    share: percent(),
    per: defaulting(choice("region", "group"), "region"),
    "buy-out": optional(price()),
  },
  targets: (params, context) =>
    combinations(bordersOf(params.importers, context), goodsOf(params.goods, context)),
  compile(params, context) {
    const { share, per, "buy-out": buyOut } = params;
    const importers = bordersOf(params.importers, context);
    const ruled = goodsOf(params.goods, context);
    return {
      warnings: leftOut(params.importers, context),
      market(edit) {
        const covered = (arc: number): number => recycledShare(edit, edit.market.arcs.origin[arc]);
        for (const good of ruled)
          requireContent(edit, context, { good, importers, share, per, buyOut, covered });
      },
    };
  },
});

/** Recycled supply over the most the origin could supply in the year. */
function recycledShare({ market }: MarketEdit, origin: number): number {
  const { nodes, origins } = market;
  const recycled = origins.given[origin];
  if (recycled === 0) return 0;
  let made = 0;
  for (let k = 0; k < nodes.count; k++)
    for (let o = nodes.outStart[k]; o < nodes.outStart[k + 1]; o++)
      if (nodes.outOrigin[o] === origin) made += nodes.outCoefficient[o] * nodes.capacity[k];
  return recycled / (recycled + made);
}
