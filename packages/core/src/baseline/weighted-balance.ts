import { IssueError } from "../errors/issue.js";
import { exp } from "../numeric/elementary.js";
import { DualHessian } from "./dual-hessian.js";

/** Quantities that must satisfy linear accounts, each found with its own uncertainty. */
export interface BalanceProblem {
  /** Found values x⁰ ≥ 0; a zero stays zero. */
  readonly found: Float64Array;
  /** Relative standard deviation r > 0 of each found value. */
  readonly spread: Float64Array;
  readonly accounts: readonly Account[];
}

/** Σ coefficient·x[variable] = total. */
export interface Account {
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
  readonly total: number;
}

export interface Balance {
  readonly values: Float64Array;
  /** One a account; stored, they are the answer: x = x⁰·exp(−r²x⁰(Aᵀλ)). */
  readonly multipliers: Float64Array;
  /** Largest |Ax − b| of an account relative to the sum of its absolute terms. */
  readonly residual: number;
  readonly iterations: number;
}

const GOOD_ENOUGH = 1e-14;
const EXACT = 1e-12;
const LARGEST_STEP = 4;
const MOST_ITERATIONS = 200;

/**
 * Least adjustment of found values to accounts: minimises Σ (1/r²)·(t ln t − t + 1), t = x/x⁰, subject to A·x = b, by Newton's
 * method on the dual with a step length rule. For small moves it is generalised least squares with standard deviation r·x⁰; it
 * never turns a quantity negative, leaves consistent figures where they are, and moves the surer figure less.
 *
 * @param start multipliers to begin from, for example those of a stored answer; zero by default.
 * @throws IssueError `BALANCE_INFEASIBLE` where no non-negative quantities satisfy the accounts to 1e-12.
 */
export function weightedBalance(problem: BalanceProblem, start?: ArrayLike<number>): Balance {
  const multipliers = Float64Array.from(start ?? new Float64Array(problem.accounts.length));
  let point = evaluate(problem, multipliers);
  let iterations = 0;
  while (point.residual > GOOD_ENOUGH && iterations < MOST_ITERATIONS) {
    iterations++;
    const step = newtonStep(problem, point);
    const next = damped(problem, point, step);
    if (next === undefined) break;
    point = next;
  }
  if (!(point.residual <= EXACT)) throw infeasible(problem, point);
  return { values: point.values, multipliers: point.multipliers, residual: point.residual, iterations };
}

interface DualPoint {
  readonly multipliers: Float64Array;
  readonly values: Float64Array;
  readonly gaps: Float64Array;
  readonly objective: number;
  readonly residual: number;
}

function evaluate(problem: BalanceProblem, multipliers: Float64Array): DualPoint {
  const pull = new Float64Array(problem.found.length);
  problem.accounts.forEach((account, c) => {
    account.variables.forEach((i, n) => (pull[i] = pull[i] + multipliers[c] * account.coefficients[n]));
  });
  let objective = 0;
  const values = problem.found.map((found, i) => {
    const variance = problem.spread[i] * problem.spread[i];
    const ratio = exp(-variance * found * pull[i]);
    objective += (1 - ratio) / variance;
    return found * ratio;
  });
  let residual = 0;
  const gaps = Float64Array.from(problem.accounts, (account, c) => {
    objective -= multipliers[c] * account.total;
    let gap = -account.total;
    let size = Math.abs(account.total);
    account.variables.forEach((i, n) => {
      const term = account.coefficients[n] * values[i];
      gap += term;
      size += Math.abs(term);
    });
    if (size > 0) residual = Math.max(residual, Math.abs(gap) / size);
    return gap;
  });
  return { multipliers, values, gaps, objective, residual };
}

function newtonStep(problem: BalanceProblem, point: DualPoint): Float64Array {
  const hessian = new DualHessian(problem.accounts.length);
  const weight = point.values.map(
    (value, i) => problem.spread[i] * problem.spread[i] * problem.found[i] * value,
  );
  hessian.add(problem.accounts, weight);
  return hessian.solve(point.gaps);
}

/** Halves the step until the dual objective grows, or, at the limit of precision, the residual shrinks. */
function damped(problem: BalanceProblem, point: DualPoint, step: Float64Array): DualPoint | undefined {
  let length = Math.min(1, LARGEST_STEP / largestExponent(problem, step));
  for (let halvings = 0; halvings < 40; halvings++, length /= 2) {
    const candidate = evaluate(
      problem,
      point.multipliers.map((value, c) => value + length * step[c]),
    );
    if (candidate.residual < point.residual || candidate.objective > point.objective) return candidate;
  }
  return undefined;
}

function largestExponent(problem: BalanceProblem, step: Float64Array): number {
  const pull = new Float64Array(problem.found.length);
  problem.accounts.forEach((account, c) => {
    account.variables.forEach((i, n) => (pull[i] = pull[i] + step[c] * account.coefficients[n]));
  });
  let largest = Number.MIN_VALUE;
  pull.forEach((value, i) => {
    largest = Math.max(largest, Math.abs(problem.spread[i] * problem.spread[i] * problem.found[i] * value));
  });
  return largest;
}

function infeasible(problem: BalanceProblem, point: DualPoint): IssueError {
  let worst = 0;
  point.gaps.forEach((gap, c) => {
    if (Math.abs(gap) > Math.abs(point.gaps[worst])) worst = c;
  });
  return new IssueError([
    {
      code: "BALANCE_INFEASIBLE",
      details: {
        account: worst,
        gap: point.gaps[worst],
        residual: point.residual,
        accounts: problem.accounts.length,
      },
    },
  ]);
}
