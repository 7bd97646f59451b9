import type { MetricReference } from "../results/index.js";
import { excessOf, type Goal } from "./read-goal.js";

/** Least and most of the figures that are shares, and of the index of concentration. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  utilisation: [0, 1],
  "self-sufficiency": [0, 1],
  share: [0, 1],
  exposure: [0, 1],
  hhi: [0, 10_000],
};

/** The range of a goal's figure where no value in it meets the goal. */
export function rangeBefore(goal: Goal, { metric }: MetricReference): readonly [number, number] | undefined {
  const range = Object.hasOwn(ranges, metric.id) ? ranges[metric.id] : undefined;
  if (range === undefined) return undefined;
  return range.some((end) => excessOf(goal, end) >= 0) ? undefined : range;
}
