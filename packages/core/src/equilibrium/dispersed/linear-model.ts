import { borderedSolve, makeBorder, type Border } from "./direct-step.js";
import { forward } from "./derivative.js";
import type { Blend } from "./blend.js";
import { factorise, type Factor } from "./factor.js";
import { assemble } from "./jacobian.js";
import { logExcess, logWeights, supplyWeights } from "./log-equations.js";
import { shiftForOpened } from "./must-open.js";
import type { Solver } from "./solver.js";

/** The linearised market: a factored price block with the origins it holds at their bounds, and the free rents and gluts around it. */
export interface LinearModel {
  readonly factor: Factor;
  readonly bound: Uint8Array;
  readonly border: Border;
  /** See log-equations; undefined where differences are kept throughout. */
  readonly weight: Float64Array | undefined;
}

/** Linearises at the point last evaluated. `damping` adds a slope of so many elasticities to each price. */
export function linearise(solver: Solver, blend: Blend, damping: number): LinearModel {
  const { problem, space, x, bound, matrix, inverseDiagonal } = solver;
  for (let o = 0; o < bound.length; o++) bound[o] = solver.side[o] === 0 ? 0 : 1;
  const weight = solver.logarithmic ? logWeights(solver) : undefined;
  const supplyWeight = weight && supplyWeights(solver, weight, solver.supplyWeight);
  assemble(problem, space, blend, x, bound, matrix, space.layout, supplyWeight);
  damp(solver, damping, supplyWeight);
  const factor = factorise(space.structure, space.layout, matrix, inverseDiagonal);
  solver.counts.factorisations += 1;
  return withBorder(solver, blend, { factor, bound, weight }, freeMembers(solver), damping);
}

/** The same price block with other members around it. */
export function withBorder(
  solver: Solver,
  blend: Blend,
  { factor, bound, weight }: Pick<LinearModel, "factor" | "bound" | "weight">,
  members: readonly number[],
  damping: number,
): LinearModel {
  const border = makeBorder(solver, blend, factor, bound, members, damping);
  return { factor, bound, border, weight: weight && bordersWeight(solver, weight, members) };
}

/** The members' rows are of today. */
function bordersWeight(solver: Solver, weight: Float64Array, members: readonly number[]): Float64Array {
  const now = logWeights(solver);
  const all = weight.slice();
  for (const member of members) all[member] = now[member];
  return all;
}

/** Rents and gluts that are free at the point last evaluated. */
export function freeMembers({ problem, side }: Solver): number[] {
  const members: number[] = [];
  for (let i = problem.market.origins.count; i < problem.unknowns; i++) if (side[i] === 0) members.push(i);
  return members;
}

/** Origins that a factor holds at their bounds but should not, or should and does not, before the free rents and gluts. */
export function switchedMembers(solver: Solver, bound: Uint8Array): number[] {
  const switched: number[] = [];
  for (let o = 0; o < bound.length; o++) if ((solver.side[o] !== 0) !== (bound[o] === 1)) switched.push(o);
  return [...switched, ...freeMembers(solver)];
}

export function sameMembers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((member, i) => member === b[i]);
}

/**
 * −f (or its logarithmic form) less what the moves of bound rents do, into rhs; those moves into d. Bound origins' rows are those of the identity.
 */
export function rightHandSide(solver: Solver, blend: Blend, weight?: Float64Array): void {
  const { problem, space, x, f, side, d, rhs } = solver;
  const { lower, upper } = problem;
  const origins = problem.market.origins.count;
  let moved = false;
  d.fill(0);
  for (let i = origins; i < problem.unknowns; i++) {
    if (side[i] === 0) continue;
    d[i] = (side[i] < 0 ? lower[i] : upper[i]) - x[i];
    if (d[i] !== 0) moved = true;
  }
  if (moved) forward(problem, space, blend, x, d, rhs);
  else rhs.fill(0);
  for (let i = 0; i < problem.unknowns; i++) {
    rhs[i] = (weight === undefined ? -f[i] : logExcess(solver, weight, i)) - rhs[i];
  }
  for (let o = 0; o < origins; o++) {
    if (side[o] !== 0) rhs[o] = (side[o] < 0 ? lower[o] : upper[o]) - x[o];
  }
}

/** Solves for the step d of all unknowns at the point last evaluated. */
export function newtonStep(
  solver: Solver,
  blend: Blend,
  model: LinearModel,
  opened: readonly number[] = [],
): void {
  rightHandSide(solver, blend, model.weight);
  shiftForOpened(solver, opened);
  borderedSolve(solver.problem, model.factor, model.border, solver.rhs, solver.d, solver.work);
}

/** Sign of the Jacobian's determinant at the point last evaluated. */
export function determinantSign(solver: Solver, blend: Blend): number {
  const { factor, border } = linearise(solver, blend, 0);
  return factor.sign * border.schur.sign;
}

function damp(
  { problem, space, matrix, bound }: Solver,
  weight: number,
  supplyWeight: Float64Array | undefined,
): void {
  const { originAt } = problem.structure;
  const { rowStart } = space.layout;
  for (let i = 0; i < originAt.length; i++) {
    const o = originAt[i];
    const rowWeight = supplyWeight === undefined ? weight : weight * Math.min(1, supplyWeight[o]);
    if (bound[o] === 0)
      matrix[rowStart[i] + i] += (rowWeight * problem.quantityScale[o]) / problem.priceScale[o];
  }
}
