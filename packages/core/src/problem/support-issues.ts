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
  const floors = problem.floors.flatMap((row, k) =>
    problem.dispersion[row.good] > 0 && row.mechanism !== "purchase"
      ? [refuse(`floors[${k}]`, row.good, `a ${row.mechanism} floor together with dispersion`)]
      : [],
  );
  const ceilings = problem.ceilings.flatMap((row, k) => {
    const path = `ceilings[${k}]`;
    if (problem.dispersion[row.good] > 0)
      return [refuse(path, row.good, "a ceiling together with dispersion")];
    return floored.has(nodeOf(problem, row.region, row.good))
      ? [refuse(path, row.good, "a floor and a ceiling on one good of one region")]
      : [];
  });
  return [...floors, ...ceilings];
}
