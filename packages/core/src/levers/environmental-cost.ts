import { goods, parties, quantity } from "../fields/index.js";
import { coveredNodes, outputsOf } from "./covered-nodes.js";
import { defineLever } from "./definition.js";
import { combinations, goodsOf, partiesOf } from "./selectors.js";

/** c rises by the stated cost per tonne of the goods made in the region: a real cost of cleaner work, not a payment to anyone. */
export const environmentalCost = defineLever({
  kind: "environmental-cost",
  fields: {
    regions: parties({ plants: true }),
    goods: goods(),
    cost: quantity({ dimension: "price", unit: "USD/t", min: 0, max: 1_000_000_000 }),
  },
  targets: (params, context) => combinations(params.regions, goodsOf(params.goods, context)),
  compile(params, context) {
    const parties = partiesOf(params.regions, context);
    const made = goodsOf(params.goods, context);
    return {
      market(edit) {
        for (const { node, share } of coveredNodes(edit, parties, made))
          for (const { coefficient } of outputsOf(edit, node, made))
            edit.addCost(context.id, node, share * coefficient * params.cost);
      },
    };
  },
});
