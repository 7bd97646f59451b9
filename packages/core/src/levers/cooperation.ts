import { defaulting, flag, goods, parties } from "../fields/index.js";
import { moneyRate, percent, points } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { borderArcs, bordersOf, goodsOf, regionsOf, stagesOf } from "./selectors.js";

/**
 * What members give each other: no duty between them, pooled finance (points off the cost of capital), know-how of the best among
 * them, recognised qualification of suppliers, and shares in a crisis. Know-how and qualification cost money every year.
 */
export const cooperation = defineLever({
  kind: "cooperation",
  fields: {
    among: defaulting(parties(), "members"),
    goods: defaulting(goods(), "*"),
    "duty-free": defaulting(flag(), false),
    "pooled-finance": defaulting(points(), 0),
    "shared-know-how": defaulting(flag(), false),
    "know-how-cost": defaulting(moneyRate(), 0),
    "recognised-qualification": defaulting(percent(), 0),
    "qualification-cost": defaulting(moneyRate(), 0),
    "crisis-sharing": defaulting(percent(), 0),
  },
  targets: (params) => params.among,
  compile(params, context) {
    const regions = regionsOf(params.among, context);
    const borders = bordersOf(params.among, context);
    const covered = goodsOf(params.goods, context);
    const each = (bill: number): number => (regions.length > 0 ? bill / regions.length : 0);
    return {
      market(edit) {
        if (params["duty-free"])
          edit.dutyFree(context.id, borderArcs(edit, context, covered, borders, borders));
      },
      terms(terms) {
        if (regions.length === 0) return;
        const {
          "pooled-finance": off,
          "recognised-qualification": recognised,
          "crisis-sharing": shared,
        } = params;
        const lever = context.id;
        const stages = stagesOf(undefined, context);
        if (off !== 0) terms.capitalPoints.push({ lever, regions, stages, points: off, payers: regions });
        if (params["shared-know-how"])
          terms.sharedKnowHow.push({ lever, regions, annualCost: each(params["know-how-cost"]) });
        if (recognised > 0)
          terms.qualification.push({
            lever,
            importers: regions,
            exporters: regions,
            goods: covered,
            share: recognised,
            annualCost: params["qualification-cost"],
          });
        if (shared > 0) terms.crisisSharing.push({ lever, members: regions, share: shared });
      },
    };
  },
});
