import { defaulting, goods, parties } from "../fields/index.js";
import { border, rate, specific } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { borderArcs, bordersOf, combinations, goodsOf } from "./selectors.js";

/** fob = π(1 + xᵃ) + xˢ on routes out of the exporter; the revenue is the exporter's treasury's. */
export const exportTax = defineLever({
  kind: "export-tax",
  fields: {
    exporter: border(),
    destinations: defaulting(parties(), "all"),
    goods: goods(),
    rate: rate(),
    specific: specific(),
  },
  targets: (params, context) =>
    combinations(
      bordersOf(params.exporter, context),
      bordersOf(params.destinations, context),
      goodsOf(params.goods, context),
    ),
  compile(params, context) {
    const taxed = goodsOf(params.goods, context);
    const from = bordersOf(params.exporter, context);
    const to = bordersOf(params.destinations, context);
    return {
      market(edit) {
        edit.exportTax(context.id, borderArcs(edit, context, taxed, from, to), params.rate, params.specific);
      },
    };
  },
});
