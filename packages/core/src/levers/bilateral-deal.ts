import { defaulting, goods, optional, parties, quantity, volume } from "../fields/index.js";
import { moneyRate } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { volumeOf } from "./export-volume.js";
import { borderArcs, combinations, goodsOf, regionsOf } from "./selectors.js";

/**
 * A party's own arrangement with a supplier: its routes leave the supplier's export controls, up to an assured volume if one is
 * stated; what it concedes, kUSD/y, is received by the supplier.
 */
export const bilateralDeal = defineLever({
  kind: "bilateral-deal",
  fields: {
    party: parties(),
    supplier: parties(),
    goods: defaulting(goods(), "*"),
    volume: optional(volume()),
    concession: defaulting(moneyRate(), 0),
    spared: defaulting(quantity({ dimension: "share", unit: "%", min: 0, max: 100 }), "100%"),
  },
  targets: (params, context) =>
    combinations(
      regionsOf(params.party, context),
      regionsOf(params.supplier, context),
      goodsOf(params.goods, context),
    ),
  compile(params, context) {
    const to = regionsOf(params.party, context);
    const from = regionsOf(params.supplier, context);
    const assured = goodsOf(params.goods, context);
    return {
      market(edit) {
        if (params.spared === 0) return;
        for (const good of assured)
          for (const region of to) {
            const arcs = borderArcs(edit, context, [good], from, [region]);
            const whole = params.volume === undefined ? Infinity : volumeOf(edit, params.volume, arcs);
            edit.exempt(
              context.id,
              arcs,
              params.spared < 1
                ? Math.min(whole, params.spared * volumeOf(edit, { share: 1, of: context.baseYear }, arcs))
                : whole,
            );
          }
      },
      terms(terms) {
        const amount = params.concession / (to.length * from.length);
        if (amount > 0)
          for (const payer of to)
            for (const receiver of from)
              terms.transfers.push({ lever: context.id, from: payer, to: receiver, amount });
      },
    };
  },
});
