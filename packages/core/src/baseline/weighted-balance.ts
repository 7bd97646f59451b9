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
  /** Largest |Ax − b| of an account relative to the sum of its absolute terms (or to a millionth of them as found). */
  readonly residual: number;
  readonly iterations: number;
}

const GOOD_ENOUGH = 1e-14;
const EXACT = 1e-12;
const LARGEST_STEP = 4;
const MOST_ITERATIONS = 200;
/** Share of the promised gain that a step must bring, and the relative size of gains lost in rounding. */
const LEAST_GAIN = 1e-4;
const ROUNDING = 1e-12;
/** An account that the balance shrinks below this share of what was found is judged against that share. */
const VANISHED = 1e-6;

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
  if (point.residual > GOOD_ENOUGH) point = closed(problem, point);
  if (!(point.residual <= EXACT)) throw infeasible(problem, point);
  return { values: point.values, multipliers: point.multipliers, residual: point.residual, iterations };
}

interface DualPoint {
  readonly multipliers: Float64Array;
  readonly values: Float64Array;
  readonly gaps: Float64Array;
  readonly objective: number;
  /** Sum of the absolute terms of the objective. */
  readonly size: number;
  readonly residual: number;
}

function evaluate(problem: BalanceProblem, multipliers: Float64Array): DualPoint {
  const pull = pullOf(problem, multipliers);
  let objective = 0;
  let size = 0;
  const values = problem.found.map((found, i) => {
    const variance = problem.spread[i] * problem.spread[i];
    const ratio = exp(-variance * found * pull[i]);
    const term = (1 - ratio) / variance;
    objective += term;
    size += Math.abs(term);
    return found * ratio;
  });
  problem.accounts.forEach((account, c) => (objective -= multipliers[c] * account.total));
  return { multipliers, values, objective, size, ...gapsOf(problem, values) };
}

/** What each account lacks at given quantities. */
function gapsOf(problem: BalanceProblem, values: Float64Array): { gaps: Float64Array; residual: number } {
  let residual = 0;
  const gaps = Float64Array.from(problem.accounts, (account) => {
    let gap = -account.total;
    let terms = Math.abs(account.total);
    let foundTerms = 0;
    account.variables.forEach((i, n) => {
      const term = account.coefficients[n] * values[i];
      gap += term;
      terms += Math.abs(term);
      foundTerms += Math.abs(account.coefficients[n] * problem.found[i]);
    });
    const scale = Math.max(terms, VANISHED * foundTerms);
    if (scale > 0) residual = Math.max(residual, Math.abs(gap) / scale);
    return gap;
  });
  return { gaps, residual };
}

/** Derivative of each quantity by its pull: r²x⁰x. */
function responses({ spread, found }: BalanceProblem, values: Float64Array): Float64Array {
  return values.map((value, i) => spread[i] * spread[i] * found[i] * value);
}

function newtonStep(problem: BalanceProblem, { values, gaps }: DualPoint): Float64Array {
  const hessian = new DualHessian(problem.accounts.length);
  hessian.add(problem.accounts, responses(problem, values));
  return hessian.solve(gaps);
}

function pullOf(problem: BalanceProblem, multipliers: Float64Array): Float64Array {
  const pull = new Float64Array(problem.found.length);
  problem.accounts.forEach((account, c) => {
    account.variables.forEach((i, n) => (pull[i] = pull[i] + multipliers[c] * account.coefficients[n]));
  });
  return pull;
}

/** Where rounding of large multipliers leaves gaps, moves the quantities themselves the last step onto the accounts. */
function closed(problem: BalanceProblem, point: DualPoint): DualPoint {
  let best = point;
  for (let round = 0; round < 3; round++) {
    const pull = pullOf(problem, newtonStep(problem, best));
    const response = responses(problem, best.values);
    const values = best.values.map((value, i) => Math.max(0, value - response[i] * pull[i]));
    const next = { ...best, values, ...gapsOf(problem, values) };
    if (!(next.residual < best.residual)) break;
    best = next;
  }
  return best;
}

/** Halves the step until the dual objective grows as promised, or, where gains are lost in rounding, the residual shrinks. */
function damped(problem: BalanceProblem, point: DualPoint, step: Float64Array): DualPoint | undefined {
  const slope = step.reduce((sum, value, c) => sum + value * point.gaps[c], 0);
  let length = Math.min(1, LARGEST_STEP / largestExponent(problem, step));
  for (let halvings = 0; halvings < 40; halvings++, length /= 2) {
    const candidate = evaluate(
      problem,
      point.multipliers.map((value, c) => value + length * step[c]),
    );
    const gain = candidate.objective - point.objective;
    const lost = length * slope <= ROUNDING * point.size;
    if (gain >= LEAST_GAIN * length * slope && !lost) return candidate;
    if (lost && candidate.residual < point.residual) return candidate;
  }
  return undefined;
}

function largestExponent(problem: BalanceProblem, step: Float64Array): number {
  const pull = pullOf(problem, step);
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
