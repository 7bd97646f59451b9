import { defaulting, endUses, optional, parties, quantity, year } from "../fields/index.js";
import { defineLever } from "./definition.js";
import { combinations, regionsOf } from "./selectors.js";

/**
 * A what-if, not a policy: D̄ of end uses is (1 + change) times what it would be, reached in equal steps until `full-by` and kept.
 * A substitution breakthrough is a negative change, a surge a positive one.
 */
export const demandShift = defineLever({
  kind: "demand-shift",
  fields: {
    "end-uses": endUses(),
    regions: defaulting(parties(), "all"),
    change: quantity({ dimension: "share", unit: "%", min: -100, max: 1000 }),
    "full-by": optional(year()),
  },
  targets: (params, context) => combinations(params["end-uses"], regionsOf(params.regions, context)),
  check: (params) =>
    params.change > -1
      ? []
      : [{ code: "OUT_OF_RANGE", path: "change", found: params.change, expected: "> -100%" }],
  compile(params, context) {
    const regions = regionsOf(params.regions, context);
    const full = params["full-by"] ?? context.from;
    return {
      market(edit, current) {
        const steps = full - context.from + 1;
        const reached = steps > 0 ? Math.min(1, (current - context.from + 1) / steps) : 1;
        edit.scaleDemand(context.id, params["end-uses"], regions, 1 + params.change * reached);
      },
    };
  },
});
