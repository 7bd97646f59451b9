import { defaulting, optional, parties, quantity, stages } from "../fields/index.js";
import { moneyRate, percent } from "./common-fields.js";
import { defineLever } from "./definition.js";
import type { MarketEdit } from "../market/edit.js";
import { combinations, regionsOf, stagesOf } from "./selectors.js";

/**
 * Hosts close a share of their gap to the donor's know-how each year, for money and for first call on a share of what they make at the
 * stages given: c + (ρ − 1[to a donor])·μ on what leaves each host, μ ≥ 0 complementary to Σ (ρ − 1[to a donor])·flow ≤ 0. The host holds both
 * sides of μ, which sum to nothing. Goods that no donor can buy from the host are not bound.
 */
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
    const donors = regionsOf(params.donor, context);
    const hosts = regionsOf(params.hosts, context).filter((region) => !donors.includes(region));
    const made = context.chain.goods.filter(({ stage }) => given.includes(stage)).map(({ id }) => id);
    return {
      market(edit) {
        if (params["offtake-share"] === 0 || params.speed === 0) return;
        for (const host of hosts)
          for (const good of made) claim(edit, context.id, { host, good, donors }, params["offtake-share"]);
      },
      terms(terms) {
        if (params.speed === 0) return;
        for (const donor of donors) {
          const taught = regionsOf(params.hosts, context).filter((region) => region !== donor);
          const { speed, cost, "offtake-share": offtakeShare } = params;
          const annualCost = cost / donors.length;
          if (taught.length > 0)
            terms.technologyTransfers.push({
              lever: context.id,
              donor,
              hosts: taught,
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

interface Claim {
  readonly host: string;
  readonly good: string;
  readonly donors: readonly string[];
}

/** The donors' first call on a share of what leaves an origin, where a route to one of them is open. */
function claim(edit: MarketEdit, lever: string, { host, good, donors }: Claim, share: number): void {
  const { arcs, buyers, regions } = edit.market;
  const members = edit.arcs({ goods: [good], from: [host], to: regions, internal: true });
  const goes = (arc: number) => donors.includes(regions[buyers.region[arcs.buyer[arc]]]);
  if (!members.some((arc) => goes(arc) && arcs.logWeight[arc] > -Infinity)) return;
  edit.control({
    id: `${lever}:${host}:${good}`,
    lever,
    limit: 0,
    cap: Infinity,
    on: "arc",
    members,
    coefficient: Float64Array.from(members, (arc) => share - (goes(arc) ? 1 : 0)),
    rentTo: "exporter",
    neutral: true,
  });
}
