import { naturalResidual } from "./active-set.js";
import type { Blend } from "./blend.js";
import { forward } from "./derivative.js";
import { borderedSolve, makeBorder } from "./direct-step.js";
import { evaluate } from "./evaluate.js";
import { factorise } from "./factor.js";
import { assemble } from "./jacobian.js";
import type { Problem } from "./problem.js";
import type { Solver } from "./solver.js";

export interface NewtonResult {
  readonly converged: boolean;
  readonly stopped: boolean;
  readonly residual: number;
  /** Sign of the Jacobian's determinant at the last step. */
  readonly sign: number;
}

/** Semismooth Newton with an active set, from solver.x, which it moves. */
export function newton(solver: Solver, blend: Blend, limit: number): NewtonResult {
  const { problem, space, x, f, next, residual, side, d, rhs, trial, counts } = solver;
  evaluate(problem, space, blend, x, f);
  let worst = naturalResidual(problem, x, f, residual, side);
  let sign = 1;
  for (let step = 0; step < limit; step++) {
    if (worst <= solver.tolerance) return { converged: true, stopped: false, residual: worst, sign };
    if (solver.stop()) return { converged: false, stopped: true, residual: worst, sign };
    counts.iterations += 1;
    sign = direction(solver, blend);
    const before = merit(residual);
    let length = shorten(problem, x, f, d);
    for (let attempt = 0; ; attempt++) {
      move(problem, x, d, length, trial);
      const start = slopeTo(f, trial, x);
      evaluate(problem, space, blend, trial, next);
      const worstNext = naturalResidual(problem, trial, next, residual, side);
      const end = slopeTo(next, trial, x);
      const now = merit(residual);
      const enough = now <= (1 - 0.1 * length) * before || end <= 0.1 * Math.abs(start);
      if ((enough && now < Infinity) || attempt === 20) {
        worst = worstNext;
        break;
      }
      const secant = now < Infinity && start < 0 ? start / (start - end) : 0.1;
      length *= Math.min(0.5, Math.max(0.1, secant));
    }
    f.set(next);
    x.set(trial);
  }
  return { converged: worst <= solver.tolerance, stopped: false, residual: worst, sign };

  function merit(r: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < problem.unknowns; i++) sum += r[i] * r[i];
    return sum;
  }

  function direction(s: Solver, b: Blend): number {
    const origins = problem.market.origins.count;
    let moved = false;
    const members: number[] = [];
    for (let i = 0; i < problem.unknowns; i++) {
      d[i] = side[i] < 0 ? problem.lower[i] - x[i] : side[i] > 0 ? problem.upper[i] - x[i] : 0;
      if (d[i] !== 0) moved = true;
      if (i < origins) s.bound[i] = side[i] === 0 ? 0 : 1;
      else if (side[i] === 0) members.push(i);
    }
    if (moved) forward(problem, space, b, x, d, rhs);
    else rhs.fill(0);
    for (let i = 0; i < problem.unknowns; i++) rhs[i] = -f[i] - rhs[i];
    for (let o = 0; o < origins; o++) if (side[o] !== 0) rhs[o] = 0;
    assemble(problem, space, b, x, s.bound, s.matrix, false);
    const damping = 0.1 * Math.min(1, worst);
    regularise(s, damping);
    const factor = factorise(space.structure, s.matrix, s.inverseDiagonal, false);
    counts.factorisations += 1;
    const border = makeBorder(problem, space, b, x, factor, s.bound, members, s.work, damping);
    const result = borderedSolve(problem, factor, border, rhs, s.free, s.work);
    for (let o = 0; o < origins; o++) if (side[o] === 0) d[o] = s.free[o];
    for (const member of members) d[member] = s.free[member];
    return result;
  }
}

/** Adds a slope of elasticity 1 times the residual: vanishes with it, so that the end is Newton's. */
function regularise({ problem, matrix, bound }: Solver, weight: number): void {
  const width = problem.market.origins.count;
  const { originAt } = problem.structure;
  for (let i = 0; i < width; i++) {
    const o = originAt[i];
    if (bound[o] === 0) matrix[i * width + i] += (weight * problem.quantityScale[o]) / problem.priceScale[o];
  }
}

function move(problem: Problem, x: Float64Array, d: Float64Array, length: number, out: Float64Array): void {
  for (let i = 0; i < problem.unknowns; i++) {
    const moved = x[i] + length * d[i];
    out[i] =
      moved < problem.lower[i] ? problem.lower[i] : moved > problem.upper[i] ? problem.upper[i] : moved;
  }
}

/**
 * No price moves by more than itself (or its scale) in one step: entry by entry where that still descends as fast as shortening the
 * whole step would, else the whole step. Returns the length to begin with.
 */
function shorten(problem: Problem, x: Float64Array, f: Float64Array, d: Float64Array): number {
  let most = 1;
  let whole = 0;
  let clipped = 0;
  for (let i = 0; i < problem.unknowns; i++) {
    const limit = Math.max(Math.abs(x[i]), problem.priceScale[i]);
    const ratio = Math.abs(d[i]) / limit;
    if (ratio > most) most = ratio;
    whole += f[i] * d[i];
    clipped += f[i] * (ratio > 1 ? d[i] / ratio : d[i]);
  }
  if (most === 1) return 1;
  if (clipped > whole / most) return 1 / most;
  for (let i = 0; i < problem.unknowns; i++) {
    const limit = Math.max(Math.abs(x[i]), problem.priceScale[i]);
    if (Math.abs(d[i]) > limit) d[i] = d[i] > 0 ? limit : -limit;
  }
  return 1;
}

/** f·(trial − x): the slope of the potential there, times the step. */
function slopeTo(f: Float64Array, trial: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < f.length; i++) sum += f[i] * (trial[i] - x[i]);
  return sum;
}
