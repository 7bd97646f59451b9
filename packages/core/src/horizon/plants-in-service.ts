import type { Calibration } from "../market/calibration.js";
import type { Vintage } from "./state.js";

/** Capacity in service per node, t/y of level, and the share of it that age lets run. */
export interface PlantsInService {
  readonly capacity: Float64Array;
  readonly ramp: Float64Array;
}

/**
 * Base capacity, kept up, plus the vintages in service: from their first year until their life ends, rising to full output over
 * `rampYears` of their node's kind.
 */
export function plantsInService(
  { nodes }: Calibration,
  vintages: readonly Vintage[],
  rampYears: (node: number) => number,
  year: number,
): PlantsInService {
  const capacity = nodes.capacity.slice();
  const running = nodes.capacity.slice();
  for (const vintage of vintages) {
    const { node, service } = vintage;
    if (!inService(vintage, year, nodes.technology[node].life)) continue;
    capacity[node] += vintage.capacity;
    running[node] += vintage.capacity * Math.min(1, (year - service + 1) / Math.max(1, rampYears(node)));
  }
  return { capacity, ramp: running.map((share, k) => (capacity[k] > 0 ? share / capacity[k] : 1)) };
}

export function inService({ service }: Vintage, year: number, life: number): boolean {
  return service <= year && year < service + life;
}
