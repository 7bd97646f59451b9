import { IssueError } from "../errors/issue.js";
import { parseMetricReference, type MetricReference, type RunResult } from "../results/index.js";

export interface Goal {
  readonly reference: string;
  readonly comparison: ">=" | "<=";
  readonly value: number;
}

/**
 * `REF >= VALUE` or `REF <= VALUE`; a value in percent (`25%`) is a share.
 * @throws IssueError `INVALID_SYNTAX`.
 */
export function readGoal(text: string): Goal {
  const found = /^\s*(.+?)\s*(>=|<=)\s*(-?[\d.,_]+(?:e[+-]?\d+)?)\s*(%?)\s*$/iu.exec(text);
  const value = Number(found?.[3]?.replaceAll(/[,_]/gu, ""));
  if (found === null || !Number.isFinite(value))
    throw new IssueError([{ code: "INVALID_SYNTAX", path: "reach", found: text, expected: "REF >= VALUE" }]);
  return {
    reference: found[1],
    comparison: found[2] as Goal["comparison"],
    value: found[4] === "%" ? value / 100 : value,
  };
}

/** How far a goal is passed (≥ 0) or missed (< 0), from the value found. */
export function excessOf({ comparison, value }: Goal, found: number): number {
  return comparison === ">=" ? found - value : value - found;
}

export function referenceOf(goal: Goal, run: RunResult): MetricReference {
  return parseMetricReference(goal.reference, run);
}
