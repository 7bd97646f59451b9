import type { RunResult } from "./run-result.js";

/** A compared run as the first one sees it: the same groups, and the same years where it has them. */
export function aligned(
  other: RunResult,
  { members, years }: Pick<RunResult, "members" | "years">,
): RunResult {
  if (other.members === members && other.years.join() === years.join()) return other;
  const steps = other.steps.filter(({ year }) => years.includes(year));
  return { ...other, members, steps, years: steps.map(({ year }) => year) };
}
