import { goods, optional, parties, volume, type OfBase } from "../fields/index.js";
import { covered, price } from "./common-fields.js";
import { compileContract, type ContractTerms } from "./price-floor-contract.js";
import { defineLever } from "./definition.js";
import { payerFields, type PayerParams } from "./payers.js";
import { combinations, goodsOf, regionsOf } from "./selectors.js";
import { orderStock, tonnesOf } from "./stock-orders.js";
import { useOf } from "./base-use.js";

/**
 * Advance purchase into a stockpile: B t/y are bought at the holder's market, and suppliers named in `from-plants` are paid at least
 * the agreed price for that volume, by contract for difference.
 */
export const offtake = defineLever({
  kind: "offtake",
  fields: {
    holder: parties(),
    goods: goods(),
    volume: volume(),
    "from-plants": optional(covered()),
    price: optional(price()),
    ...payerFields,
  },
  targets: (params, context) =>
    combinations(regionsOf(params.holder, context), goodsOf(params.goods, context)),
  check: (params) =>
    params.price !== undefined && !params["from-plants"]
      ? [{ code: "MISSING_KEY", path: "from-plants", expected: "plants paid the agreed price" }]
      : [],
  compile(params, context) {
    const bought = goodsOf(params.goods, context);
    const holders = regionsOf(params.holder, context);
    const paid = { ...params, "paid-by": params["paid-by"] ?? params.holder };
    const agreed =
      params.price === undefined
        ? undefined
        : compileContract(agreedPrice(paid, params.price, bought), context);
    return {
      market(edit, year) {
        for (const good of bought) {
          const tonnes = tonnesOf(params.volume, useOf(edit, holders, good));
          orderStock(edit, context, { holders, good, tonnes, payers: paid });
        }
        agreed?.market?.(edit, year);
      },
    };
  },
});

/** The agreed price is nominal and topped up from the supplier's own. */
function agreedPrice(
  params: PayerParams & {
    readonly "from-plants"?: readonly string[] | undefined;
    readonly volume: number | OfBase;
  },
  at: number,
  good: readonly string[],
): ContractTerms {
  const covers = params["from-plants"];
  return {
    ...params,
    good,
    at,
    covers,
    money: "nominal",
    index: "own-price",
    vat: 0,
    share: 1,
    "upside-share": 0,
  };
}
