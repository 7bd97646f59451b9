import { IssueError } from "../errors/issue.js";
import { coalitionMembers, sumsOverCoalitions, type Coalition } from "./coalition.js";
import type { IndicatorSpan } from "./indicator-span.js";
import { SquareSystem } from "./square-system.js";

/**
 * The linear programme behind least core and nucleolus: the smallest ε for which some payoff vector x has
 *   x(S) + ε ≥ v(S) for every open coalition S,   x(T) = total for every fixed T,   and, if `bounded`, x ≥ 0.
 * The fixed coalitions are linearly independent and the grand coalition is one of them.
 */
export interface ExcessProgram {
  readonly players: number;
  /** v(S) by mask, 0-normalised: single players have worth 0. */
  readonly worth: Float64Array;
  /** 1 for coalitions that are not in the programme: those in the span of the fixed ones. */
  readonly settled: Uint8Array;
  readonly fixed: readonly { readonly coalition: Coalition; readonly total: number }[];
  readonly span: IndicatorSpan;
  readonly bounded: boolean;
}

/** An optimum with the coalitions and bounds that are binding at *every* optimum (positive dual price). */
export interface ExcessOptimum {
  readonly payoff: Float64Array;
  readonly excess: number;
  readonly bindingCoalitions: readonly Coalition[];
  readonly bindingBounds: readonly number[];
  readonly iterations: number;
}

/** A column of the dual: a coalition (ε-coefficient 1), a bound on a player or a fixed coalition (0). */
interface Column {
  readonly kind: "coalition" | "bound" | "fixed";
  readonly coalition: Coalition;
  readonly cost: number;
}

/** Dual prices are ratios of minors of 0/1 matrices of at most 16 rows, never smaller than 2e-6. */
const POSITIVE_PRICE = 1e-7;
const PIVOT = 1e-9;
const ITERATIONS = 20_000;

/**
 * Solves the programme by the primal simplex method on its dual, which has n + 1 rows and one column a coalition;
 * every step prices all coalitions. The right-hand side is shifted by distinct tiny amounts, so that ties cannot
 * make it cycle, and the shift is taken out of the answer.
 *
 * @param tolerance violation of x(S) + ε ≥ v(S) left unrepaired, in the unit of `worth`.
 * @throws IssueError `NOT_CONVERGED` when the iterations run out.
 */
export function solveExcessProgram(program: ExcessProgram, tolerance: number): ExcessOptimum {
  for (const shift of [1e-8, 1e-10, 1e-12]) {
    const optimum = simplex(program, tolerance, shift);
    if (optimum) return optimum;
  }
  throw new IssueError([{ code: "NOT_CONVERGED", details: { players: program.players } }]);
}

function simplex(program: ExcessProgram, tolerance: number, shift: number): ExcessOptimum | undefined {
  const rows = program.players + 1;
  const basis = program.bounded ? startFromPair(program) : startFromSingles(program);
  const system = new SquareSystem(rows);
  const sums = new Float64Array(program.worth.length);
  const unit = Float64Array.from({ length: rows }, (_, row) => (row === rows - 1 ? 1 : 0));
  const shifted = shiftedRightSide(basis, unit, shift);
  for (let iterations = 0; iterations < ITERATIONS; iterations++) {
    if (!system.factor(matrixOf(basis, rows))) return undefined;
    const primal = system.solveTransposed(basis.map((column) => column.cost));
    const entering = mostViolated(program, primal, sums, tolerance);
    if (!entering) return readOptimum(basis, primal, system.solve(unit), iterations);
    const leaving = leavingPosition(basis, system.solve(shifted), system.solve(columnVector(entering, rows)));
    if (leaving < 0) return undefined;
    basis[leaving] = entering;
  }
  return undefined;
}

/** One coalition and its complement at price ½ each; bounds at price 0 complete the basis. */
function startFromPair(program: ExcessProgram): Column[] {
  const full = program.worth.length - 1;
  const open = program.settled.indexOf(0);
  const completed = program.span.copy();
  completed.add(open);
  return [
    ...fixedColumns(program),
    coalitionColumn(program, open),
    coalitionColumn(program, full & ~open),
    ...completed.freePlayers().map((player) => boundColumn(player)),
  ];
}

/** All single players at price 1/n; possible while only the grand coalition is fixed. */
function startFromSingles(program: ExcessProgram): Column[] {
  const singles = Array.from({ length: program.players }, (_, player) =>
    coalitionColumn(program, 1 << player),
  );
  return [...fixedColumns(program), ...singles];
}

function fixedColumns(program: ExcessProgram): Column[] {
  return program.fixed.map(({ coalition, total }) => ({ kind: "fixed", coalition, cost: total }));
}

function coalitionColumn(program: ExcessProgram, coalition: Coalition): Column {
  return { kind: "coalition", coalition, cost: program.worth[coalition] };
}

function boundColumn(player: number): Column {
  return { kind: "bound", coalition: 1 << player, cost: 0 };
}

function columnVector(column: Column, rows: number): Float64Array {
  const vector = new Float64Array(rows);
  for (const player of coalitionMembers(column.coalition)) vector[player] = 1;
  if (column.kind === "coalition") vector[rows - 1] = 1;
  return vector;
}

function matrixOf(basis: readonly Column[], rows: number): Float64Array {
  const matrix = new Float64Array(rows * rows);
  basis.forEach((column, k) => {
    const vector = columnVector(column, rows);
    for (let row = 0; row < rows; row++) matrix[row * rows + k] = vector[row]!;
  });
  return matrix;
}

function shiftedRightSide(basis: readonly Column[], unit: Float64Array, shift: number): Float64Array {
  const side = unit.slice();
  basis.forEach((column, k) => {
    if (column.kind === "fixed") return;
    const amount = shift * (1 + ((k * 0.6180339887498949) % 1));
    columnVector(column, unit.length).forEach((entry, row) => (side[row] = side[row] + amount * entry));
  });
  return side;
}

function mostViolated(program: ExcessProgram, primal: Float64Array, sums: Float64Array, tolerance: number) {
  const { worth, settled, players } = program;
  const excess = primal[players];
  sumsOverCoalitions(primal, sums);
  let worst = tolerance;
  let found = -1;
  for (let mask = 1; mask < worth.length; mask++) {
    const violation = worth[mask] - sums[mask] - excess;
    if (violation > worst && settled[mask] === 0) {
      worst = violation;
      found = mask;
    }
  }
  let bound = -1;
  for (let player = 0; program.bounded && player < players; player++) {
    if (-primal[player] > worst) {
      worst = -primal[player];
      bound = player;
    }
  }
  if (bound >= 0) return boundColumn(bound);
  return found >= 0 ? coalitionColumn(program, found) : undefined;
}

function leavingPosition(basis: readonly Column[], prices: Float64Array, direction: Float64Array): number {
  let best = -1;
  let smallest = Infinity;
  for (let k = 0; k < basis.length; k++) {
    if (basis[k].kind === "fixed" || direction[k] <= PIVOT) continue;
    const ratio = prices[k] / direction[k];
    if (ratio < smallest) {
      smallest = ratio;
      best = k;
    }
  }
  return best;
}

/** Undefined when the shift was not small enough: a price is negative once it is taken out. */
function readOptimum(basis: Column[], primal: Float64Array, prices: Float64Array, iterations: number) {
  const bindingCoalitions: Coalition[] = [];
  const bindingBounds: number[] = [];
  for (let k = 0; k < basis.length; k++) {
    const { kind, coalition } = basis[k];
    if (kind === "fixed") continue;
    if (prices[k] < -POSITIVE_PRICE) return undefined;
    if (prices[k] <= POSITIVE_PRICE) continue;
    if (kind === "coalition") bindingCoalitions.push(coalition);
    else bindingBounds.push(coalitionMembers(coalition)[0]);
  }
  const players = primal.length - 1;
  return {
    payoff: primal.slice(0, players),
    excess: primal[players],
    bindingCoalitions,
    bindingBounds,
    iterations,
  };
}
