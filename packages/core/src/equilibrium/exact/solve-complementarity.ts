import { interiorPoint } from "./interior-point.js";
import type { MixedComplementarityProblem } from "./mixed-complementarity.js";
import { ReducedNewtonSystem, type NewtonSystem } from "./newton-system.js";
import { freedom } from "./null-space.js";
import { polish, type Polished } from "./polish.js";
import { semismoothNewton } from "./semismooth-newton.js";

export interface ComplementarityOptions {
  readonly tolerance: number;
  readonly stop: () => boolean;
}

export type ComplementaritySolution =
  | {
      readonly status: "solved";
      readonly x: Float64Array;
      /** Natural residual. */
      readonly residual: number;
      readonly iterations: number;
      /** Entries of order one mark unknowns that other solutions hold at other values. */
      readonly freedom: Float64Array;
    }
  | { readonly status: "not-converged" | "stopped"; readonly iterations: number; readonly x: Float64Array };

/** An answer within this share of the tolerance ends a search at once; one that is only within the tolerance waits for a better one. */
const SHARP = 1e-3;

/**
 * Searches tried in turn: the distance of the first point from the bounds, and a box around unknowns without bounds, which
 * keeps prices from running away while quantities are still far from balance.
 */
const STARTS = [
  { distance: 1, box: Infinity },
  { distance: 1, box: 1e3 },
  { distance: 0.05, box: Infinity },
  { distance: 20, box: Infinity },
];

/**
 * Solves a mixed complementarity problem that is scaled to units near one.
 *
 * An interior-point search is polished as soon as its active set can be read; where it stalls (a problem that is not
 * monotone) it is tried from other distances, then a semismooth Newton method takes over.
 */
export function solveComplementarity(
  problem: MixedComplementarityProblem,
  options: ComplementarityOptions,
  system: NewtonSystem = new ReducedNewtonSystem(problem),
): ComplementaritySolution {
  let iterations = 0;
  let last: Float64Array = problem.start;
  for (const { distance, box } of STARTS) {
    const attempt = interiorAttempt(problem, system, options, distance, box);
    iterations += attempt.iterations;
    last = attempt.x;
    if (attempt.status === "stopped") return { status: "stopped", iterations, x: last };
    if (attempt.polished) return solved(problem, system, attempt.polished, iterations);
    const rescued = semismoothNewton(problem, system, last, options);
    iterations += rescued.iterations;
    if (rescued.polished) return solved(problem, system, rescued.polished, iterations);
    if (options.stop()) return { status: "stopped", iterations, x: last };
  }
  return { status: "not-converged", iterations, x: last };
}

function interiorAttempt(
  problem: MixedComplementarityProblem,
  system: NewtonSystem,
  options: ComplementarityOptions,
  distance: number,
  box: number,
) {
  let polished: Polished | undefined;
  let nextTry = 1e-5;
  const result = interiorPoint(boxed(problem, box), system, {
    maxIterations: 120,
    distance,
    stop: options.stop,
    accept(point, gap, residual) {
      if (gap > nextTry || residual > 1e3 * nextTry) return false;
      nextTry = Math.min(nextTry, gap) * 1e-2;
      const found = polish(problem, system, point, options.tolerance);
      if (found && !(polished && polished.residual <= found.residual)) polished = found;
      return (found !== undefined && found.residual <= SHARP * options.tolerance) || nextTry < 1e-22;
    },
  });
  return { status: result.status, iterations: result.iterations, x: result.point.x, polished };
}

function boxed(problem: MixedComplementarityProblem, box: number): MixedComplementarityProblem {
  if (box === Infinity) return problem;
  const { lower, upper } = problem;
  const free = lower.map((value, i) => (value === -Infinity && upper[i] === Infinity ? 1 : 0));
  return {
    ...problem,
    lower: lower.map((value, i) => (free[i] ? -box : value)),
    upper: upper.map((value, i) => (free[i] ? box : value)),
  };
}

function solved(
  problem: MixedComplementarityProblem,
  system: NewtonSystem,
  polished: Polished,
  iterations: number,
): ComplementaritySolution {
  const { x, residual, inside } = polished;
  return { status: "solved", x, residual, iterations, freedom: freedom(problem, system, x, inside) };
}
