import type { Issue } from "../errors/issue.js";
import type { ProblemAnswer } from "./answer/answer.js";
import { cancelCirculation } from "./answer/cancel-circulation.js";
import { raiseIdleOrigins } from "./answer/raise-idle-origins.js";
import { readAnswer } from "./answer/read-answer.js";
import { sellerIssues } from "./compile/sellers.js";
import { withOwnSupply } from "./dispersed-arcs.js";
import { settleUseCosts } from "./answer/settle-use-costs.js";
import type { Solution } from "./answer/solution.js";
import { findInfeasibility } from "./infeasibility.js";
import type { MarketProblem } from "./market-problem.js";
import { readProblem } from "./read-problem.js";
import { findProfitableCycle } from "./profitable-cycle.js";
import { solveDispersedRegimes } from "./solve-dispersed-regimes.js";
import { solveLeader } from "./solve-leader.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";
import { solveRegimes } from "./solve-regimes.js";
import { solveShutOrigins } from "./solve-shut-origins.js";
import { solveTiers } from "./solve-tiers.js";
import { findUnboundedPrice } from "./unbounded-price.js";
import { findUnboundedSupply } from "./unbounded-supply.js";
import { supportIssues } from "./support-issues.js";
import { verifyAnswer } from "./verify/verify-answer.js";

export interface SolveOptions {
  readonly timeLimitSeconds?: number;
  /** A clock in milliseconds; without one there is no time limit and no `milliseconds`. */
  readonly now?: () => number;
  /** True when the user wants to stop. */
  readonly interrupted?: () => boolean;
  /** The text the document was read from, to name lines in errors. */
  readonly text?: string;
}

export interface ProblemRefusal {
  readonly status: "error";
  /** The first of `errors`. */
  readonly error: Issue;
  readonly errors: readonly [Issue, ...Issue[]];
}

/** Conditions of an answer hold to this, scaled; otherwise there is no answer. */
export const MAX_RESIDUAL = 1e-8;

/** Solves a `didym/problem@1` document. Problems of any kind are data in `errors`, and then there are no numbers. */
export function solveProblem(json: unknown, options: SolveOptions = {}): ProblemAnswer | ProblemRefusal {
  const begun = options.now?.();
  const reading = readProblem(json);
  if ("errors" in reading) return refusal(reading.errors);
  const refused = [...sellerIssues(reading.problem), ...supportIssues(reading.problem)];
  if (refused.length > 0) return refusal(refused);
  const result = answerMarket(withOwnSupply(reading.problem), stopRule(options, begun));
  if ("code" in result) return refusal([result]);
  return begun === undefined ? result : { ...result, milliseconds: options.now!() - begun };
}

function refusal(errors: readonly Issue[]): ProblemRefusal {
  const [first, ...others] = errors;
  return { status: "error", error: first, errors: [first, ...others] };
}

function stopRule({ timeLimitSeconds, now, interrupted }: SolveOptions, begun: number | undefined): Stop {
  return () => {
    if (interrupted?.()) return "INTERRUPTED";
    const over =
      timeLimitSeconds !== undefined && begun !== undefined && now!() - begun > timeLimitSeconds * 1000;
    return over ? "TIME_LIMIT" : undefined;
  };
}

function answerMarket(problem: MarketProblem, stop: Stop): ProblemAnswer | Issue {
  const leads = problem.sellers.some((seller) => seller.kind === "leader");
  const first = checked(problem, leads ? solveLeader(problem, stop) : solveMarket(problem, stop));
  if (!("code" in first) || first.code !== "NOT_CONVERGED") return first;
  const impossible =
    findProfitableCycle(problem) ??
    findUnboundedSupply(problem) ??
    findUnboundedPrice(problem) ??
    findInfeasibility(problem, () => stop() !== undefined);
  if (impossible !== undefined) return impossible;
  for (const solved of otherSearches(problem, stop)) {
    const answer = checked(problem, solved);
    if (!("code" in answer) || answer.code !== "NOT_CONVERGED") return answer;
  }
  return { ...first, code: stop() ?? first.code };
}

/** What other searches find, and what ended one early; whether an answer holds is for the verifier to say. */
function* otherSearches(problem: MarketProblem, stop: Stop): Generator<MarketSolution | Issue> {
  for (const search of [solveRegimes, solveTiers]) {
    const found = search(problem, stop);
    if (found !== undefined) yield found;
  }
  yield* solveDispersedRegimes(problem, stop);
  yield* solveShutOrigins(problem, stop);
}

/** The answer of a solution that the verifier accepts. */
function checked(problem: MarketProblem, solved: MarketSolution | Issue): ProblemAnswer | Issue {
  if ("code" in solved) return solved;
  tidy(solved.solution);
  const answer = withResidual(readAnswer(solved.solution), solved.iterations);
  const { residual, worst } = verifyAnswer(problem, answer);
  if (residual > MAX_RESIDUAL) {
    // JSON has no infinity
    const finite = Math.min(residual, Number.MAX_VALUE);
    return { code: "NOT_CONVERGED", details: { iterations: solved.iterations, residual: finite, worst } };
  }
  return unboundedExcess(answer) ?? { ...answer, residual };
}

/** A flat offer without limit beyond a regulated price leaves an excess that is no number. */
function unboundedExcess({ floors, ceilings }: ProblemAnswer): Issue | undefined {
  for (const [list, rows] of Object.entries({ floors, ceilings })) {
    const at = rows.findIndex((row) => row.excess === Infinity);
    if (at < 0) continue;
    const hint =
      "an offer at a constant price without capacity leaves an excess without limit: give it a capacity";
    return { code: "UNSUPPORTED", path: `${list}[${at}]`, found: rows[at].good, hint };
  }
  return undefined;
}

/** Puts the fields in the order of the format. */
function withResidual(figures: ReturnType<typeof readAnswer>, iterations: number): ProblemAnswer {
  const { status, ...rest } = figures;
  return { status, residual: 0, iterations, ...rest };
}

/** Takes out what a solution need not have: goods in circles, and traces of flows to regions that buy nothing. */
function tidy(solution: Solution): void {
  cancelCirculation(solution.compiled, solution.x);
  raiseIdleOrigins(solution);
  settleUseCosts(solution);
}
