import { defineLever } from "./definition.js";
import { exportRoute, routeOf, routeTargets } from "./export-fields.js";
import { borderArcs } from "./selectors.js";

/** Removes the exporter's routes: ln a = −∞. */
export const exportBan = defineLever({
  kind: "export-ban",
  fields: exportRoute,
  targets: routeTargets,
  compile(params, context) {
    const { from, to, goods } = routeOf(params, context);
    return {
      market: (edit) => {
        edit.closeRoutes(context.id, borderArcs(edit, context, goods, from, to));
      },
    };
  },
});
