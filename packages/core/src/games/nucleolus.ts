import { IssueError } from "../errors/issue.js";
import { largestMagnitude, type Coalition } from "./coalition.js";
import { solveExcessProgram, type ExcessOptimum } from "./excess-program.js";
import { IndicatorSpan } from "./indicator-span.js";
import { zeroNormalised } from "./zero-normalised.js";

/**
 * The nucleolus over imputations (x(N) = v(N), x_i ≥ v(i)): the imputation whose excesses v(S) − x(S), sorted from
 * the largest, are lexicographically smallest. Found by at most n − 1 linear programmes; after each, the coalitions
 * with a positive dual price keep their excess for good, and so does every coalition in their linear span.
 *
 * @param worth v(S) by coalition mask, length 2^n, n ≥ 1.
 * @returns one payoff a player, or undefined when there is no imputation: v(N) < Σ v(i).
 * Sources: D. Schmeidler, SIAM Journal on Applied Mathematics 17, 1969; fixing by dual prices and rank as in
 * M. Benedek, J. Fliege and T.-D. Nguyen, Mathematical Programming 190, 2021.
 */
export function nucleolus(worth: Float64Array, players: number): Float64Array | undefined {
  const normal = zeroNormalised(worth, players);
  const full = worth.length - 1;
  if (normal.worth[full] < 0) {
    if (normal.worth[full] < -1e-12 * largestMagnitude(worth)) return undefined;
    normal.worth[full] = 0;
  }
  const payoff = players === 1 ? normal.worth.slice(full) : lexicographicMinimum(normal.worth, players);
  return payoff.map((share, player) => share + normal.singles[player]);
}

function lexicographicMinimum(worth: Float64Array, players: number): Float64Array {
  const tolerance = 1e-12 * largestMagnitude(worth);
  const span = new IndicatorSpan(players);
  const settled = new Uint8Array(worth.length);
  const fixed: { coalition: Coalition; total: number }[] = [];
  const fix = (coalition: Coalition, total: number) => {
    if (span.add(coalition)) fixed.push({ coalition, total });
  };
  fix(worth.length - 1, worth[worth.length - 1]);
  let payoff: Float64Array = new Float64Array(players);
  while (span.rank < players) {
    const rankBefore = span.rank;
    span.mark(settled);
    const optimum: ExcessOptimum = solveExcessProgram(
      { players, worth, settled, fixed, span, bounded: true },
      tolerance,
    );
    for (const coalition of optimum.bindingCoalitions) fix(coalition, worth[coalition] - optimum.excess);
    for (const player of optimum.bindingBounds) fix(1 << player, 0);
    if (span.rank === rankBefore) throw new IssueError([{ code: "NOT_CONVERGED", details: { players } }]);
    payoff = optimum.payoff;
  }
  return payoff;
}
