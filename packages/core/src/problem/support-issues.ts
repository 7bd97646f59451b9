import type { Issue } from "../errors/issue.js";
import { nodeOf, type MarketProblem } from "./market-problem.js";

/** Floors and ceilings whose joint meaning the format does not settle are refused, never guessed. */
export function supportIssues(problem: MarketProblem): Issue[] {
  const floored = new Set(problem.floors.map((row) => nodeOf(problem, row.region, row.good)));
  const refuse = (path: string, good: number, hint: string): Issue => ({
    code: "UNSUPPORTED",
    path,
    found: problem.goods[good],
    hint,
  });
  return problem.ceilings.flatMap((row, k) =>
    floored.has(nodeOf(problem, row.region, row.good))
      ? [refuse(`ceilings[${k}]`, row.good, "a floor and a ceiling on one good of one region")]
      : [],
  );
}
