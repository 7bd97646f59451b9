import { defaulting, optional, parties, quantity, stages } from "../fields/index.js";
import { moneyRate, percent } from "./common-fields.js";
import { defineLever } from "./definition.js";
import { combinations, regionsOf, stagesOf } from "./selectors.js";

/** Hosts close a share of their gap to the donor's know-how each year, for money and a share of what they then make. */
export const technologyTransfer = defineLever({
  kind: "technology-transfer",
  fields: {
    donor: parties(),
    hosts: parties(),
    stages: optional(stages()),
    speed: quantity({ dimension: "share", unit: "%", min: 0, max: 100 }),
    cost: defaulting(moneyRate(), 0),
    "offtake-share": defaulting(percent(), 0),
  },
  targets: (params, context) =>
    combinations(
      regionsOf(params.donor, context),
      regionsOf(params.hosts, context),
      stagesOf(params.stages, context),
    ),
  compile(params, context) {
    const given = stagesOf(params.stages, context);
    return {
      terms(terms) {
        if (params.speed === 0) return;
        const donors = regionsOf(params.donor, context);
        for (const donor of donors) {
          const hosts = regionsOf(params.hosts, context).filter((region) => region !== donor);
          const { speed, cost, "offtake-share": offtakeShare } = params;
          const annualCost = cost / donors.length;
          if (hosts.length > 0)
            terms.technologyTransfers.push({
              lever: context.id,
              donor,
              hosts,
              stages: given,
              speed,
              annualCost,
              offtakeShare,
            });
        }
      },
    };
  },
});
