import type { Accounts } from "../../accounts/accounts.js";
import type { Metric, Query } from "./metric.js";

const perYear = { unit: "kUSD/y", money: true } as const;

function overRegions(query: Query, value: (region: number) => number): number {
  let sum = 0;
  for (const region of query.regions) sum += value(region);
  return sum;
}

function regional(id: string, value: (accounts: Accounts, region: number) => number): Metric {
  return {
    id,
    dimensions: ["region"],
    ...perYear,
    value: ({ step }, query) => overRegions(query, (region) => value(step.accounts, region)),
  };
}

export const consumerSurplus = regional("consumer-surplus", (accounts, r) => accounts.consumerSurplus[r]);

/** Producers' surplus and value of recycled supply by owner, less the capital charge not borne by treasuries. */
export const producerSurplus = regional("producer-surplus", (accounts, r) => {
  const { producerSurplus: surplus, recycling, capitalCharge, capitalSupport } = accounts;
  return surplus[r] + recycling[r] - capitalCharge[r] + capitalSupport[r];
});
export const matchCost = regional("match-cost", (accounts, r) => accounts.matchCost[r]);
export const welfare = regional("welfare", (accounts, r) => accounts.welfare[r]);

export const revenueKinds = ["duty", "levy", "export-tax", "rent"] as const;

/** Revenue by kind; `rent` holds rents of controls and the exporters' share of border floors. */
export const revenue: Metric = {
  id: "revenue",
  dimensions: ["region", "kind"],
  ...perYear,
  value({ step: { accounts } }, query) {
    const { kind } = query;
    return overRegions(query, (r) => {
      let sum = 0;
      if (kind === undefined || kind === "duty") sum += accounts.duty[r];
      if (kind === undefined || kind === "levy") sum += accounts.levy[r];
      if (kind === undefined || kind === "export-tax") sum += accounts.exportTax[r];
      if (kind === undefined || kind === "rent") sum += accounts.rent[r] + accounts.undertaking[r];
      return sum;
    });
  },
};

/** What treasuries pay by lever, positive = paid; all levers of the scenario where none is named, base support left out; what one region concedes to another counts for both. */
export const fiscalCost: Metric = {
  id: "fiscal-cost",
  dimensions: ["region", "lever"],
  ...perYear,
  value({ step }, query) {
    let sum = 0;
    const { payments, conceded } = step.accounts;
    for (const [lever, byRegion] of [...payments.entries(), ...conceded.entries()]) {
      const asked = query.lever === undefined ? !lever.startsWith("base:") : lever === query.lever;
      if (asked) sum += overRegions(query, (region) => byRegion[region]);
    }
    return sum;
  },
};
