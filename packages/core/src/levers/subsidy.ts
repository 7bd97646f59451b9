import type { Issue } from "../errors/issue.js";
import { defaulting, goods, optional, quantity, stages } from "../fields/index.js";
import type { MarketEdit } from "../market/edit.js";
import { covered, percent, points } from "./common-fields.js";
import { coveredNodes, outputsOf } from "./covered-nodes.js";
import { defineLever, type LeverContext } from "./definition.js";
import { payerFields, payersOf } from "./payers.js";
import { combinations, goodsOf, partiesOf, regionsOf, stagesOf } from "./selectors.js";

/**
 * m = Σ out·π − Σ in·P − c + s: s per tonne of the goods made, plus a tax credit as a share of the plant's own cost c. A share of
 * capital cost and points off the cost of capital lower the annuity that investors must earn.
 */
export const subsidy = defineLever({
  kind: "subsidy",
  fields: {
    covers: covered(),
    goods: optional(goods()),
    stages: optional(stages()),
    "per-tonne": defaulting(quantity({ dimension: "price", unit: "USD/kg", min: 0, max: 1_000_000 }), 0),
    "tax-credit": defaulting(percent(), 0),
    "capital-share": defaulting(percent(), 0),
    "capital-points": defaulting(points(), 0),
    ...payerFields,
  },
  targets: (params) => combinations(params.covers, params.goods ?? params.stages ?? ["all"]),
  check: whatIsPaid,
  compile(params, context) {
    const parties = partiesOf(params.covers, context);
    const stages = stagesOf(params.stages, context);
    const made = params.goods ? goodsOf(params.goods, context) : goodsOfStages(stages, context);
    const regions = [...new Set([...parties.regions, ...parties.owners])];
    const payers = params["paid-by"] ? regionsOf(params["paid-by"], context) : regions;
    return {
      market(edit) {
        for (const { node, share } of coveredNodes(edit, parties, made))
          edit.support(
            context.id,
            node,
            share * perLevel(edit, node, made, params),
            payersOf(edit, params, { node, goods: made }, context),
          );
      },
      terms(terms) {
        const scope = {
          lever: context.id,
          regions,
          stages: stagesReached(params, stages, made, context),
          payers,
        };
        if (params["capital-share"] > 0)
          terms.capitalShares.push({ ...scope, share: params["capital-share"] });
        if (params["capital-points"] !== 0)
          terms.capitalPoints.push({ ...scope, points: params["capital-points"] });
      },
    };
  },
});

interface Paid {
  readonly "per-tonne": number;
  readonly "tax-credit": number;
}

/** kUSD per t of level. */
function perLevel(edit: MarketEdit, node: number, goods: readonly string[], params: Paid): number {
  let support = params["tax-credit"] * edit.market.nodes.cost[node];
  for (const { coefficient } of outputsOf(edit, node, goods)) support += params["per-tonne"] * coefficient;
  return support;
}

function goodsOfStages(stages: readonly string[], { chain }: LeverContext): string[] {
  return chain.goods.filter((good) => stages.includes(good.stage)).map((good) => good.id);
}

/** Stages of the goods named, or those stated. */
function stagesReached(
  params: { readonly goods?: readonly string[] | undefined; readonly stages?: readonly string[] | undefined },
  stages: readonly string[],
  goods: readonly string[],
  { chain }: LeverContext,
): readonly string[] {
  if (params.stages || !params.goods) return stages;
  return [...new Set(chain.goods.filter((good) => goods.includes(good.id)).map((good) => good.stage))];
}

/** Support per tonne needs the tonnes named: joint products would all be paid otherwise. */
function whatIsPaid(params: { readonly goods?: readonly string[] | undefined } & Paid): Issue[] {
  if (params["per-tonne"] > 0 && !params.goods)
    return [{ code: "MISSING_KEY", path: "goods", expected: "goods paid per tonne" }];
  return [];
}
