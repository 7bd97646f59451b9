import { IssueError } from "../errors/issue.js";
import type { Step } from "../horizon/index.js";
import type { Market, StartPoint } from "../market/market.js";
import { withStores } from "./cover.js";
import { usableRelease } from "./usable-release.js";
import { solveYear, type YearOfStop } from "./year-of-stop.js";

export interface StopWithStores {
  readonly step: Step;
  /** What stores gave, ≤ 0, t/y per buyer. */
  readonly release: Float64Array;
}

/**
 * Solves a stopped year with what stores give; where users cannot take up all of that, since what they use it with is missing, with what
 * they can.
 *
 * @param milder milder stops without stores, mildest first.
 * @param near a canonical start for the market with stores.
 * @throws IssueError where there is no answer.
 */
export function solveWithStores(
  year: YearOfStop,
  closed: Market,
  release: Float64Array,
  milder: () => readonly Market[],
  near?: (market: Market) => StartPoint,
): StopWithStores {
  const solve = (given: Float64Array): StopWithStores => {
    const market = withStores(closed, given);
    const between = () => milder().map((one) => withStores(one, given));
    return { release: given, step: solveYear(year, market, between, near?.(market)) };
  };
  try {
    return solve(release);
  } catch (error) {
    if (!(error instanceof IssueError) || error.issues[0].code !== "INFEASIBLE") throw error;
    const { equilibrium } = solveYear(year, closed, milder);
    const usable = usableRelease(closed, release, equilibrium);
    if (usable.every((quantity, b) => quantity === release[b])) throw error;
    return solve(usable);
  }
}
