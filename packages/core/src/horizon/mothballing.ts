import type { HorizonParameters } from "./parameters.js";

export interface Idling {
  readonly lowYears: Int32Array;
  readonly mothballed: Float64Array;
  /** kUSD, next year. */
  readonly restartCost: Float64Array;
}

/**
 * After `mothballYears` below the threshold a node closes all but the threshold share of its capacity: the idle plants, so that nothing
 * made today is lost but a sudden demand finds them shut. They restart, at a cost, after a year in which the rest ran full.
 */
export function nextIdling(
  before: Pick<Idling, "lowYears" | "mothballed">,
  capacity: Float64Array,
  level: Float64Array,
  capitalCost: (node: number) => number,
  parameters: HorizonParameters,
): Idling {
  const lowYears = before.lowYears.slice();
  const mothballed = before.mothballed.slice();
  const restartCost = new Float64Array(capacity.length);
  const least = parameters.mothballUtilisation;
  for (let k = 0; k < capacity.length; k++) {
    if (capacity[k] <= 0) continue;
    const utilisation = level[k] / capacity[k];
    lowYears[k] = utilisation < least ? lowYears[k] + 1 : 0;
    if (mothballed[k] > 0 && utilisation >= 1 - mothballed[k] - 1e-9) {
      restartCost[k] = parameters.restartCost * capitalCost(k) * capacity[k] * mothballed[k];
      mothballed[k] = 0;
    } else if (lowYears[k] >= parameters.mothballYears) mothballed[k] = 1 - least;
  }
  return { lowYears, mothballed, restartCost };
}
