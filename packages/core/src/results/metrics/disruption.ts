import { expectedStop } from "../../shock/expected-stop.js";
import type { Metric } from "./metric.js";

/** Hazard × loss of welfare in a stop of a whole year; no meaning before the year of valuation, or where a stop has no answer. */
export const expectedDisruptionLoss: Metric = {
  id: "expected-disruption-loss",
  dimensions: ["region"],
  unit: "kUSD/y",
  money: true,
  value({ step }, { regions }, result) {
    const losses = expectedStop(result)?.get(step.year);
    if (losses === undefined) return undefined;
    let sum = 0;
    for (const region of regions) sum += losses[region];
    return sum;
  },
};
