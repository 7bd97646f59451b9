import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/**
 * A plant near full use hardly answers to its margin, so that a linearisation sees nothing of the cut far below. This adds `weight` times
 * the slope of the chord from where each plant stands to its cut; to be called before assembling, at the point last evaluated.
 */
export function addChordSlopes(
  { market, capacity, gamma }: Problem,
  { level, margin, levelSlope }: Workspace,
  weight: number,
): void {
  const { count, cost } = market.nodes;
  for (let k = 0; k < count; k++) {
    if (level[k] === 0 || capacity[k] === 0) continue;
    levelSlope[k] += (weight * level[k]) / Math.max(margin[k] + cost[k], gamma[k]);
  }
}
