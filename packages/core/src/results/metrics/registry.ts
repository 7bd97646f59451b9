import { exposure, hhi } from "./exposures.js";
import { expectedDisruptionLoss } from "./disruption.js";
import type { Metric } from "./metric.js";
import { consumerSurplus, fiscalCost, matchCost, producerSurplus, revenue, welfare } from "./money.js";
import { originPrice, price, useCost } from "./prices.js";
import { capacity, disposal, importsFrom, production, unmet, use } from "./quantities.js";
import { selfSufficiency, share, utilisation } from "./ratios.js";

/** Every metric that a run answers, in the order of tables. */
export const metrics: readonly Metric[] = [
  price,
  useCost,
  originPrice,
  production,
  capacity,
  disposal,
  use,
  importsFrom,
  utilisation,
  selfSufficiency,
  share,
  exposure,
  hhi,
  unmet,
  consumerSurplus,
  producerSurplus,
  matchCost,
  welfare,
  expectedDisruptionLoss,
  revenue,
  fiscalCost,
];

export function metricOf(id: string): Metric | undefined {
  return metrics.find((metric) => metric.id === id);
}
