import type { Metric } from "./metric.js";
import { sumOver, weightedMean } from "./sums.js";

const priced = { unit: "USD/kg", money: false } as const;

/** Mean delivered price c̄ = Σ q·c / Σ q, weighted by use over a group. */
export const price: Metric = {
  id: "price",
  dimensions: ["good", "region"],
  ...priced,
  value({ bought, paid }, { buyers }) {
    const quantity = sumOver(buyers, bought);
    return quantity > 0 ? sumOver(buyers, paid) / quantity : undefined;
  },
};

/** Use cost P = −θ ln Σ N e^{−(c+h)/θ}, weighted by use. */
export const useCost: Metric = {
  id: "use-cost",
  dimensions: ["good", "region"],
  ...priced,
  value: ({ step, bought }, query) => weightedMean(query.buyers, step.equilibrium.usePrice, bought),
};

/** Price at the gate π, weighted by output. */
export const originPrice: Metric = {
  id: "origin-price",
  dimensions: ["good", "region"],
  ...priced,
  value: ({ step, output }, query) => weightedMean(query.origins, step.equilibrium.originPrice, output),
};
