import { choice, defaulting, goods, optional, parties, quantity, volume } from "../fields/index.js";
import type { Issue } from "../errors/issue.js";
import { border, covered, percent, price } from "./common-fields.js";
import { compileBorderFloor } from "./price-floor-border.js";
import { compileContract } from "./price-floor-contract.js";
import { payerFields } from "./payers.js";
import { defineLever } from "./definition.js";
import { combinations, goodsOf } from "./selectors.js";
import type { Params } from "../fields/index.js";

/** Fields of both mechanisms; which apply depends on `mechanism`. */
export const priceFloorFields = {
  good: goods(),
  at: price(),
  money: defaulting(choice("nominal", "real"), "nominal"),
  mechanism: defaulting(choice("contract-for-difference", "border-adjusted"), "contract-for-difference"),
  // contract for difference
  covers: optional(covered()),
  index: defaulting(choice("own-price", "chinese-ex-works"), "own-price"),
  vat: defaulting(quantity({ dimension: "share", unit: "%", min: 0, max: 100 }), 0),
  share: defaulting(percent(), "100%"),
  volume: optional(volume()),
  "upside-share": defaulting(percent(), 0),
  "upside-above": optional(price()),
  ...payerFields,
  // border-adjusted; importers are the members and exporters all others unless said otherwise
  importers: optional(border()),
  exporters: optional(parties()),
  "exporter-share": defaulting(percent(), "50%"),
  equivalent: optional(parties()),
  "origin-test": defaulting(choice("region", "plant", "feed"), "plant"),
};

export type PriceFloorParams = Params<typeof priceFloorFields>;

export const priceFloor = defineLever({
  kind: "price-floor",
  fields: priceFloorFields,
  targets(params, context) {
    const over =
      params.mechanism === "border-adjusted"
        ? (params.importers ?? ["members"])
        : (params.covers ?? ["members"]);
    return combinations([params.mechanism], over, goodsOf(params.good, context));
  },
  check: contradictions,
  compile: (params, context) =>
    params.mechanism === "border-adjusted"
      ? compileBorderFloor(params, context)
      : compileContract(params, context),
});

/** An upside share needs its price. */
function contradictions(params: PriceFloorParams): Issue[] {
  if (params["upside-share"] > 0 && params["upside-above"] === undefined)
    return [{ code: "MISSING_KEY", path: "upside-above", expected: "USD/kg" }];
  return [];
}
