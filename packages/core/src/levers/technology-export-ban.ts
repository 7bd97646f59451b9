import { defaulting, optional, parties, stages } from "../fields/index.js";
import { defineLever } from "./definition.js";
import { combinations, regionsOf, stagesOf } from "./selectors.js";

/** Closes the exporter's know-how at these stages: access of others to its frontier is cut. */
export const technologyExportBan = defineLever({
  kind: "technology-export-ban",
  fields: { exporter: parties(), destinations: defaulting(parties(), "all"), stages: optional(stages()) },
  targets: (params, context) =>
    combinations(
      regionsOf(params.exporter, context),
      regionsOf(params.destinations, context),
      stagesOf(params.stages, context),
    ),
  compile(params, context) {
    const closed = stagesOf(params.stages, context);
    return {
      terms(terms) {
        for (const exporter of regionsOf(params.exporter, context)) {
          const regions = regionsOf(params.destinations, context).filter((region) => region !== exporter);
          if (regions.length > 0)
            terms.technologyBans.push({ lever: context.id, exporter, regions, stages: closed });
        }
      },
    };
  },
});
