import type { Issue } from "../errors/issue.js";
import { leaderResponse } from "./compile/leader-response.js";
import type { LeaderSlopes } from "./compile/add-sellers.js";
import { leaderProfit, searchLeader } from "./leader-search.js";
import type { MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

const MAX_ROUNDS = 60;
const HALVINGS = 60;
/** Relative change of the slopes at which they count as settled. */
const SETTLED = 1e-11;

/**
 * Solves a problem with a leader: its price gives way by the slope that its rivals' answers leave, which is found by
 * solving with a guess of the slopes and reading them off the answer, until they agree. Where the answer stands at a kink
 * of the rivals' response, two guesses alternate, and the one between them that meets the kink is found by halving.
 * Two first guesses are tried (rivals who do not answer, and prices that do not give way); the better profit wins. Then the
 * leader's sales are moved to see whether it gains, and where it does, or where no guess settles, they are searched. A
 * search that was stopped has no answer, since a better one may be left.
 */
export function solveLeader(problem: MarketProblem, stop: Stop): MarketSolution | Issue {
  let code: ReturnType<Stop>;
  const found = bestFound(problem, () => (code ??= stop()));
  return code === undefined ? found : { code };
}

function bestFound(problem: MarketProblem, stop: Stop): MarketSolution | Issue {
  const found = [firstGuess(problem, undefined), firstGuess(problem, 0)].map((guess) =>
    settle(problem, stop, guess),
  );
  const answers = found.filter((result): result is MarketSolution => "solution" in result);
  if (answers.length === 0) {
    const start = solveMarket(problem, stop);
    return "code" in start ? found[0] : sharpened(problem, stop, searchLeader(problem, stop, start));
  }
  const best = answers.reduce((a, b) => (leaderProfit(b) > leaderProfit(a) + 1e-9 ? b : a));
  const better = searchLeader(problem, stop, best);
  return better === best ? best : sharpened(problem, stop, better);
}

/** An answer that a search came near to, from the slopes that hold there, where that loses nothing. */
function sharpened(problem: MarketProblem, stop: Stop, near: MarketSolution): MarketSolution {
  const slopes = responses(problem, near);
  const exact = slopes === undefined ? undefined : settle(problem, stop, slopes);
  if (exact === undefined || "code" in exact) return near;
  return leaderProfit(exact) >= leaderProfit(near) * (1 - 1e-10) ? exact : near;
}

function leaders(problem: MarketProblem): number[] {
  return problem.sellers.flatMap((seller, s) => (seller.kind === "leader" ? [s] : []));
}

/** Undefined leaves the leader to the slope of demand, as a Cournot seller. */
function firstGuess(problem: MarketProblem, slope: number | undefined): LeaderSlopes {
  if (slope === undefined) return new Map();
  const row = problem.regions.map(() => slope);
  return new Map(leaders(problem).map((s) => [s, problem.regions.map(() => row)]));
}

function settle(problem: MarketProblem, stop: Stop, first: LeaderSlopes): MarketSolution | Issue {
  let slopes = first;
  let before: LeaderSlopes | undefined;
  let iterations = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = solveMarket(problem, stop, slopes);
    if ("code" in result) return result;
    iterations += result.iterations;
    const next = responses(problem, result);
    if (next === undefined) return { code: "NOT_CONVERGED", details: { iterations } };
    if (distance(next, slopes) <= SETTLED) return { ...result, iterations };
    if (before !== undefined && distance(next, before) <= SETTLED)
      return atKink(problem, stop, before, slopes, iterations);
    before = slopes.size > 0 ? slopes : undefined;
    slopes = next;
  }
  return { code: "NOT_CONVERGED", details: { iterations } };
}

function responses(problem: MarketProblem, { solution }: MarketSolution): LeaderSlopes | undefined {
  const market = solution.compiled.builder.build();
  const slopes = new Map<number, number[][]>();
  for (const s of leaders(problem)) {
    const response = leaderResponse(solution.compiled, market, solution.x, s);
    if (response === undefined) return undefined;
    slopes.set(s, response);
  }
  return slopes;
}

/** Between two guesses whose answers lie on either side of a kink, the one whose answer stands on it; `b` are responses. */
function atKink(
  problem: MarketProblem,
  stop: Stop,
  a: LeaderSlopes,
  b: LeaderSlopes,
  iterations: number,
): MarketSolution | Issue {
  let [low, high] = [0, 1];
  let spent = iterations;
  let last: MarketSolution | Issue = { code: "NOT_CONVERGED", details: { iterations } };
  for (let k = 0; k < HALVINGS; k++) {
    const middle = 0.5 * (low + high);
    const slopes = mix(a, b, middle);
    const result = solveMarket(problem, stop, slopes);
    if ("code" in result) return result;
    spent += result.iterations;
    const next = responses(problem, result);
    if (next === undefined || distance(next, slopes) <= SETTLED) return { ...result, iterations: spent };
    if (distance(next, b) <= distance(next, a)) low = middle;
    else high = middle;
    last = { ...result, iterations: spent };
  }
  return last;
}

function mix(a: LeaderSlopes, b: LeaderSlopes, share: number): LeaderSlopes {
  return new Map(
    [...b].map(([s, rows]) => [
      s,
      rows.map((row, r) => row.map((v, c) => (1 - share) * a.get(s)![r][c] + share * v)),
    ]),
  );
}

/** Largest relative difference; infinite where one has no slopes yet. */
function distance(a: LeaderSlopes, b: LeaderSlopes): number {
  let largest = 0;
  for (const [s, rows] of a) {
    const others = b.get(s);
    if (others === undefined) return Infinity;
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        const size = Math.max(Math.abs(value), Math.abs(others[r][c]), 1e-300);
        largest = Math.max(largest, Math.abs(value - others[r][c]) / size);
      });
    });
  }
  return largest;
}
