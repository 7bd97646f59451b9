import { choice, defaulting, goods, optional, parties } from "../fields/index.js";
import { border, percent, price } from "./common-fields.js";
import { requireContent } from "./content-control.js";
import { defineLever } from "./definition.js";
import { bordersOf, combinations, goodsOf, leftOut, regionsOf } from "./selectors.js";

/** At least the share of a good that a region buys comes from the regions in `from-regions`, by default from itself. */
export const localContent = defineLever({
  kind: "local-content",
  fields: {
    importers: border(),
    goods: goods(),
    share: percent(),
    "from-regions": optional(parties()),
    per: defaulting(choice("region", "group"), "region"),
    "buy-out": optional(price()),
  },
  targets: (params, context) =>
    combinations(bordersOf(params.importers, context), goodsOf(params.goods, context)),
  compile(params, context) {
    const { share, per, "buy-out": buyOut } = params;
    const importers = bordersOf(params.importers, context);
    const ruled = goodsOf(params.goods, context);
    const local = params["from-regions"] && regionsOf(params["from-regions"], context);
    return {
      warnings: leftOut(params.importers, context),
      market(edit) {
        const { arcs, origins, regions } = edit.market;
        const covered = (arc: number, to: readonly string[]): number =>
          (local ?? to).includes(regions[origins.region[arcs.origin[arc]]]) ? 1 : 0;
        for (const good of ruled)
          requireContent(edit, context, { good, importers, share, per, buyOut, covered });
      },
    };
  },
});
