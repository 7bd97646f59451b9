import type { Issue } from "../errors/issue.js";
import { goods, optional, parties, quantity, volume, year, type OfBase } from "../fields/index.js";
import { defineLever } from "./definition.js";
import { payerFields } from "./payers.js";
import { combinations, goodsOf, regionsOf } from "./selectors.js";
import { orderStock, tonnesOf } from "./stock-orders.js";
import { useOf } from "./base-use.js";

/**
 * A public stock: filled by `fill` t/y of each good from its first year until `target` is held, released by `release` t/y from
 * `release-from` on while any is left. Releases in a stop come from what the run holds then.
 */
export const stockpile = defineLever({
  kind: "stockpile",
  fields: {
    holder: parties(),
    goods: goods(),
    fill: volume(),
    target: optional(quantity({ dimension: "mass", unit: "t", min: 0, max: 100_000_000 })),
    "release-from": optional(year()),
    release: optional(volume()),
    ...payerFields,
  },
  targets: (params, context) =>
    combinations(regionsOf(params.holder, context), goodsOf(params.goods, context)),
  check: releaseRule,
  compile(params, context) {
    const stocked = goodsOf(params.goods, context);
    const holders = regionsOf(params.holder, context);
    const payers = { ...params, "paid-by": params["paid-by"] ?? params.holder };
    return {
      market(edit, current) {
        for (const good of stocked) {
          const use = useOf(edit, holders, good);
          orderStock(edit, context, {
            holders,
            good,
            tonnes: orderOf(current, params, context.from, use),
            payers,
          });
        }
      },
    };
  },
});

interface StockRule {
  readonly fill: number | OfBase;
  readonly target?: number | undefined;
  readonly release?: number | OfBase | undefined;
  readonly "release-from"?: number | undefined;
}

/** Purchase (> 0) or release (< 0) of a year, by going through the rule from its first year. */
function orderOf(current: number, rule: StockRule, from: number, use: number): number {
  const fill = tonnesOf(rule.fill, use);
  const release = tonnesOf(rule.release ?? 0, use);
  const target = rule.target ?? Infinity;
  let held = 0;
  let order = 0;
  for (let at = from; at <= current; at++) {
    const releasing = rule["release-from"] !== undefined && at >= rule["release-from"];
    order = releasing ? -Math.min(held, release) : Math.min(fill, target - held);
    held += order;
  }
  return order;
}

function releaseRule(params: StockRule): Issue[] {
  if ((params.release === undefined) === (params["release-from"] === undefined)) return [];
  const path = params.release === undefined ? "release" : "release-from";
  return [{ code: "MISSING_KEY", path, expected: "release and release-from together" }];
}
