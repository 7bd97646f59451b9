import { defaulting, flag, quantity } from "../fields/index.js";
import { defineLever } from "./definition.js";
import { exportRoute, routeOf, routeTargets } from "./export-fields.js";
import { limitExports } from "./export-volume.js";
import { borderArcs } from "./selectors.js";

/**
 * Licences that take d years to come: in the first year the flow of each good is at most (1 − d) of the base year's, one pipeline
 * being lost (unless the wait began before); in every year buyers bear the real cost of the goods in waiting, h + d·r·π⁰, r the
 * carrying cost a year.
 */
export const processingDelay = defineLever({
  kind: "processing-delay",
  fields: {
    ...exportRoute,
    delay: quantity({ dimension: "duration", unit: "months", min: 0, max: 12 }),
    "pipeline-lost": defaulting(flag(), true),
    "carrying-cost": defaulting(quantity({ dimension: "share", unit: "%", min: 0, max: 100 }), 0),
  },
  targets: routeTargets,
  compile(params, context) {
    const route = routeOf(params, context);
    const { delay } = params;
    return {
      market(edit, year) {
        if (delay === 0) return;
        const { arcs: routes } = edit.market;
        for (const arc of borderArcs(edit, context, route.goods, route.from, route.to)) {
          const price = edit.basePrice(routes.origin[arc]);
          edit.shiftUnfamiliarity(context.id, Int32Array.of(arc), delay * params["carrying-cost"] * price);
        }
        if (year > context.from || !params["pipeline-lost"]) return;
        const volume = { share: 1 - delay, of: context.baseYear };
        limitExports(edit, context, {
          ...route,
          volume,
          basis: "each",
          per: "group",
          rentTo: "exporter",
        });
      },
    };
  },
});
