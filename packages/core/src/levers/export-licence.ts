import { defineLever } from "./definition.js";
import { exportVolume, limitOf, routeTargets } from "./export-fields.js";
import { limitExports } from "./export-volume.js";

/** A licence is a volume that the exporter's state grants, per destination by default: 0 ≤ λ ⟂ volume − Σ flow ≥ 0. */
export const exportLicence = defineLever({
  kind: "export-licence",
  fields: exportVolume,
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
