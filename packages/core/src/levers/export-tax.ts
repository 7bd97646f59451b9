import { defaulting, goods, optional, parties, quantity } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import { border, rate } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { outputsOf } from "./covered-nodes.js";
import { borderArcs, bordersOf, combinations, goodsOf } from "./selectors.js";

/**
 * fob = π(1 + xᵃ) + xˢ on routes out of the exporter; the revenue is the exporter's treasury's. Below zero xˢ is a refund, which the treasury
 * pays. With `outside-growth` it acts on a good only in years in which plants outside could make more than in the base year by that share.
 */
export const exportTax = defineLever({
  kind: "export-tax",
  fields: {
    exporter: border(),
    destinations: defaulting(parties(), "all"),
    goods: goods(),
    rate: rate(),
    specific: defaulting(
      quantity({ dimension: "price", unit: "USD/kg", min: -1_000_000, max: 1_000_000 }),
      0,
    ),
    "outside-growth": optional(quantity({ dimension: "share", unit: "%", min: 0, max: 10_000 })),
  },
  targets: (params, context) =>
    combinations(
      bordersOf(params.exporter, context),
      bordersOf(params.destinations, context),
      goodsOf(params.goods, context),
    ),
  compile(params, context) {
    const from = bordersOf(params.exporter, context);
    const to = bordersOf(params.destinations, context);
    const trigger = params["outside-growth"];
    const acts = (edit: MarketEdit, good: string) =>
      trigger === undefined || outsideGrowth(edit, from, good) > trigger;
    return {
      market(edit) {
        const taxed = goodsOf(params.goods, context).filter((good) => acts(edit, good));
        edit.exportTax(context.id, borderArcs(edit, context, taxed, from, to), params.rate, params.specific);
      },
    };
  },
});

/** By how much what plants outside these regions could make of a good exceeds the base year's, as a share of it; 0 where there was none. */
export function outsideGrowth(edit: MarketEdit, inside: readonly string[], good: string): number {
  const { nodes, regions } = edit.market;
  let [before, now] = [0, 0];
  for (const node of edit.nodes({ outputs: [good] })) {
    if (inside.includes(regions[nodes.region[node]])) continue;
    for (const { coefficient } of outputsOf(edit, node, [good])) {
      before += coefficient * edit.baseCapacity(node);
      now += coefficient * nodes.capacity[node];
    }
  }
  return before > 0 ? now / before - 1 : 0;
}
