import { choice, defaulting } from "../fields/index.js";
import { defineLever } from "./definition.js";
import { exportVolume, limitOf, routeTargets } from "./export-fields.js";
import { limitExports } from "./export-volume.js";

/** A volume over all destinations together, unless said otherwise: 0 ≤ λ ⟂ volume − Σ flow ≥ 0 on the exporter's routes. */
export const exportQuota = defineLever({
  kind: "export-quota",
  fields: { ...exportVolume, per: defaulting(choice("destination", "group"), "group") },
  targets: routeTargets,
  compile(params, context) {
    const limit = limitOf(params, context);
    return {
      market: (edit) => {
        limitExports(edit, context, limit);
      },
    };
  },
});
