import type { Issue } from "../errors/issue.js";
import { solveComplementarity } from "../equilibrium/exact/solve-complementarity.js";
import { Solution } from "./answer/solution.js";
import type { LeaderSlopes } from "./compile/add-sellers.js";
import { nearlyIdle } from "./compile/add-dispersion.js";
import { compileProblem, type CompiledProblem } from "./compile/compile-problem.js";
import type { MarketProblem } from "./market-problem.js";

/** Names what ended a search early; undefined while it may go on. */
export type Stop = () => "TIME_LIMIT" | "INTERRUPTED" | undefined;

export interface MarketSolution {
  readonly solution: Solution;
  readonly iterations: number;
  /** Natural residual in units near one. */
  readonly residual: number;
}

/** Natural residual, in units near one, at which the complementarity problem counts as solved. */
const TOLERANCE = 1e-9;

/** Shares of the typical quantity under which a dispersed market is tried as one that buys nothing. */
const IDLE = { solved: 1e-9, failed: 1e-4 };

/** Solves one market problem in which leaders take the given slopes of their prices as known. */
export function solveMarket(
  problem: MarketProblem,
  stop: Stop,
  slopes?: LeaderSlopes,
): MarketSolution | Issue {
  const compiled = compileProblem(problem, slopes);
  const scaled = compiled.builder.buildScaled();
  const result = solveComplementarity(scaled.problem, {
    tolerance: TOLERANCE,
    stop: () => stop() !== undefined,
  });
  const { iterations } = result;
  if (result.status === "stopped") return { code: stop() ?? "INTERRUPTED", details: { iterations } };
  const x = scaled.physical(result.x);
  const again = withoutIdleMarkets(compiled, x, result.status === "solved" ? IDLE.solved : IDLE.failed);
  if (again !== undefined) return solveMarket(again, stop, slopes);
  if (result.status !== "solved") return { code: "NOT_CONVERGED", details: { iterations } };
  const f = new Float64Array(x.length);
  compiled.builder.build().residual(x, f);
  const solution = new Solution(compiled, x, f, result.freedom);
  return { solution, iterations, residual: result.residual };
}

/** The problem with its nearly idle dispersed markets closed; undefined where there are none, or some were closed before. */
function withoutIdleMarkets({ problem, arcs, builder }: CompiledProblem, x: Float64Array, share: number) {
  if (problem.idle !== undefined || problem.dispersion.every((theta) => theta === 0)) return undefined;
  const idle = nearlyIdle(problem, arcs, x, share, (good) => builder.scales.quantity[good]);
  return idle.size > 0 ? { ...problem, idle } : undefined;
}
