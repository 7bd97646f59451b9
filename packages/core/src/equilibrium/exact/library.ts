import { lemke } from "./lemke.js";
import { naturalResidual, type MixedComplementarityProblem } from "./mixed-complementarity.js";
import { solveComplementarity } from "./solve-complementarity.js";

/** An answer with its natural residual max|x − mid(lower, x − F, upper)|, or none. */
export type LibrarySolution =
  | { readonly status: "solved"; readonly x: Float64Array; readonly residual: number }
  | { readonly status: "not-converged" };

/** Residuals at most this count as solved. */
const TOLERANCE = 1e-8;

/**
 * Linear complementarity: z ≥ 0, M·z + q ≥ 0, zᵀ(M·z + q) = 0.
 *
 * @param m M by rows, n × n. @param q length n.
 */
export function solveLcp(m: readonly (readonly number[])[], q: readonly number[]): LibrarySolution {
  const problem = affineProblem(
    m,
    q,
    q.map(() => 0),
    q.map(() => Infinity),
  );
  const z = lemke(m, q);
  if (z !== undefined) {
    const f = new Float64Array(q.length);
    problem.residual(z, f);
    const residual = naturalResidual(problem, z, f);
    if (residual <= TOLERANCE) return { status: "solved", x: z, residual };
  }
  return solve(problem);
}

/** A nonlinear complementarity problem for `solveNcp`; lower bounds default to 0 and upper ones to none. */
export interface NonlinearProblem {
  /** F(x), length n. */
  readonly f: (x: Float64Array) => ArrayLike<number>;
  /** ∂F_i/∂x_j by rows; by differences where absent. */
  readonly jacobian?: (x: Float64Array) => ArrayLike<ArrayLike<number>>;
  readonly start: readonly number[];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
}

/** Nonlinear complementarity with bounds: F_i ≥ 0 at a lower bound, 0 inside, ≤ 0 at an upper bound. */
export function solveNcp({ f, jacobian, start, lower, upper }: NonlinearProblem): LibrarySolution {
  const size = start.length;
  return solve({
    ...densePattern(size),
    lower: Float64Array.from(lower ?? start.map(() => 0)),
    upper: Float64Array.from(upper ?? start.map(() => Infinity)),
    start: Float64Array.from(start),
    affine: false,
    residual: (x, out) => {
      out.set(Float64Array.from(f(x)));
    },
    jacobian: (x, out) => {
      const rows = jacobian ? jacobian(x) : differences(f, x);
      for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) out[i * size + j] = rows[i][j];
    },
  });
}

/** A convex quadratic programme: minimise ½xᵀHx + cᵀx subject to A·x ≤ b and bounds (none by default). */
export interface QuadraticProgramme {
  readonly h: readonly (readonly number[])[];
  readonly c: readonly number[];
  readonly a?: readonly (readonly number[])[];
  readonly b?: readonly number[];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
}

/** Solves the optimality conditions. `x` has the n unknowns, `multipliers` one figure ≥ 0 per row of A. */
export function solveQp(
  programme: QuadraticProgramme,
):
  (LibrarySolution & { status: "solved"; multipliers: Float64Array }) | { readonly status: "not-converged" } {
  const { h, c, a = [], b = [] } = programme;
  const n = c.length;
  const m = [
    ...h.map((row, i) => [...row, ...a.map((constraint) => constraint[i])]),
    ...a.map((constraint) => [...constraint.map((value) => -value), ...b.map(() => 0)]),
  ];
  const lower = [...(programme.lower ?? c.map(() => -Infinity)), ...b.map(() => 0)];
  const upper = [...(programme.upper ?? c.map(() => Infinity)), ...b.map(() => Infinity)];
  const solution = solve(affineProblem(m, [...c, ...b], lower, upper));
  if (solution.status !== "solved") return solution;
  return { ...solution, x: solution.x.slice(0, n), multipliers: solution.x.slice(n) };
}

function solve(problem: MixedComplementarityProblem): LibrarySolution {
  const result = solveComplementarity(problem, { tolerance: TOLERANCE, stop: () => false });
  if (result.status !== "solved") return { status: "not-converged" };
  return { status: "solved", x: result.x, residual: result.residual };
}

function affineProblem(
  m: readonly (readonly number[])[],
  q: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
): MixedComplementarityProblem {
  const size = q.length;
  return {
    ...densePattern(size),
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    start: new Float64Array(size),
    affine: true,
    residual: (x, out) => {
      for (let i = 0; i < size; i++) out[i] = m[i].reduce((sum, value, j) => sum + value * x[j], q[i]);
    },
    jacobian: (_, out) => {
      m.forEach((row, i) => {
        out.set(row, i * size);
      });
    },
  };
}

function densePattern(size: number) {
  return {
    size,
    rowStart: Int32Array.from({ length: size + 1 }, (_, i) => i * size),
    column: Int32Array.from({ length: size * size }, (_, k) => k % size),
  };
}

function differences(f: NonlinearProblem["f"], x: Float64Array): number[][] {
  const rows = Array.from(x, () => new Array<number>(x.length).fill(0));
  for (let j = 0; j < x.length; j++) {
    const step = 6e-6 * (1 + Math.abs(x[j]));
    const shifted = (by: number) => Float64Array.from(f(x.map((value, i) => (i === j ? value + by : value))));
    const [after, before] = [shifted(step), shifted(-step)];
    for (let i = 0; i < x.length; i++) rows[i][j] = (after[i] - before[i]) / (2 * step);
  }
  return rows;
}
