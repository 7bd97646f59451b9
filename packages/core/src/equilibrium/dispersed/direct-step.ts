import type { Blend } from "./blend.js";
import { factorDense, solveDense, type DenseFactor } from "./border.js";
import { clearRent, rentColumn, rentRow, rentTerms, slackChange, type RentTerms } from "./border-terms.js";
import { backward, forward } from "./derivative.js";
import { solveFactor, solveFactorMany, type Factor } from "./factor.js";
import { responses } from "./jacobian.js";
import type { Problem } from "./problem.js";
import type { Solver } from "./solver.js";
import type { Workspace } from "./workspace.js";

/**
 * What is set around the factored price block: free rents and gluts, and switched origins, whose row in the factor is no longer the
 * wanted one (held at a bound there and free now, or the other way round). A switched origin brings one auxiliary unknown that opens
 * its old row, and its new row as an equation.
 */
export interface Border {
  /** Below the number of origins: a switched origin; else a rent or glut. */
  readonly members: readonly number[];
  /** M⁻¹·(column), at [position·members + member]. */
  readonly solved: Float64Array;
  /** Each member's equation, at [member·origins + position]. */
  readonly rows: Float64Array;
  /** Schur complement. */
  readonly schur: DenseFactor;
}

const nothing = new Float64Array(0);
export const emptyBorder: Border = {
  members: [],
  solved: nothing,
  rows: nothing,
  schur: factorDense(nothing, 0),
};

/** Keeps two controls on the same flows apart: how they divide the rent does not matter, but it must be decided. */
const SMALLEST = 1e-12;

/** The border for the given members around a factor that holds `bound` origins, at the point last evaluated. */
export function makeBorder(
  solver: Solver,
  blend: Blend,
  factor: Factor,
  bound: Uint8Array,
  members: readonly number[],
  damping: number,
): Border {
  if (members.length === 0) return emptyBorder;
  const { problem, space, x } = solver;
  const { origins, originAt } = problem.structure;
  const size = members.length;
  responses(problem, space);
  const terms = rentTerms(problem, space, blend, x);
  const solved = new Float64Array(origins * size);
  const rows = new Float64Array(origins * size);
  const schur = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    column(solver, blend, terms, members, bound, j, solved, schur);
    row(solver, blend, terms, bound, members[j], rows, j * origins);
  }
  for (let p = 0; p < origins; p++) {
    const o = originAt[p];
    if (bound[o] === 1) for (let j = 0; j < size; j++) solved[p * size + j] = members[j] === o ? 1 : 0;
  }
  solveFactorMany(factor, solved, size);
  subtractProducts(rows, solved, schur, origins, size);
  for (let i = 0; i < size; i++) {
    if (members[i] < origins) continue;
    const typical = problem.quantityScale[members[i]] / problem.priceScale[members[i]];
    schur[i * size + i] += (damping + SMALLEST) * typical;
  }
  return { members, solved, rows, schur: factorDense(schur, size) };
}

function isRentOnFlows({ market, controls }: Problem, member: number): boolean {
  const c = member - market.origins.count;
  return c >= 0 && c < controls.count && controls.onNode[c] === 0;
}

/** Change of excess supply with a rent or glut into `solved`, of the other members' equations into `schur`; a unit for an auxiliary unknown. */
function column(
  { problem, space, x }: Solver,
  blend: Blend,
  terms: RentTerms,
  members: readonly number[],
  bound: Uint8Array,
  j: number,
  solved: Float64Array,
  schur: Float64Array,
): void {
  const { origins, position } = problem.structure;
  const size = members.length;
  const member = members[j];
  if (member < origins) {
    solved[position[member] * size + j] = 1;
    return;
  }
  const sparse = isRentOnFlows(problem, member);
  let all: Float64Array = nothing;
  if (sparse) rentColumn(terms, member - origins, solved, j, size);
  else {
    all = forwardOf(problem, space, blend, x, member);
    for (let o = 0; o < origins; o++) solved[position[o] * size + j] = all[o];
  }
  for (let i = 0; i < size; i++) {
    const other = members[i];
    if (other < origins) schur[i * size + j] = bound[other] === 1 ? solved[position[other] * size + j] : 0;
    else if (!sparse) schur[i * size + j] = all[other];
    else if (other < origins + problem.controls.count)
      schur[i * size + j] = slackChange(terms, other - origins);
    else schur[i * size + j] = space.rentPurchase[problem.gluts[other - origins - problem.controls.count]];
  }
  if (sparse) clearRent(terms);
}

function forwardOf(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  member: number,
): Float64Array {
  const unit = new Float64Array(problem.unknowns);
  unit[member] = 1;
  const out = new Float64Array(problem.unknowns);
  forward(problem, space, blend, x, unit, out);
  return out;
}

/** The member's equation: its row of the Jacobian, or "stay at the bound" for an origin that the factor leaves free. */
function row(
  { problem, space, x }: Solver,
  blend: Blend,
  terms: RentTerms,
  bound: Uint8Array,
  member: number,
  rows: Float64Array,
  at: number,
): void {
  const { origins, position } = problem.structure;
  if (member < origins && bound[member] === 0) {
    rows[at + position[member]] = 1;
    return;
  }
  if (isRentOnFlows(problem, member)) {
    rentRow(terms, member - origins, rows, at);
    return;
  }
  const unit = new Float64Array(problem.unknowns);
  unit[member] = 1;
  const all = new Float64Array(problem.unknowns);
  backward(problem, space, blend, x, unit, all);
  for (let o = 0; o < origins; o++) rows[at + position[o]] = all[o];
}

/** schur −= rows·solved. */
function subtractProducts(
  rows: Float64Array,
  solved: Float64Array,
  schur: Float64Array,
  origins: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) {
    for (let p = 0; p < origins; p++) {
      const weight = rows[i * origins + p];
      if (weight === 0) continue;
      for (let j = 0; j < size; j++) schur[i * size + j] -= weight * solved[p * size + j];
    }
  }
}

/** Solves J·d = rhs over prices and the border's members; other rents and gluts keep the d they have. */
export function borderedSolve(
  problem: Problem,
  factor: Factor,
  { members, rows, solved, schur }: Border,
  rhs: Float64Array,
  d: Float64Array,
  work: Float64Array,
): void {
  const { origins, originAt } = problem.structure;
  const price = d.subarray(0, origins);
  price.set(rhs.subarray(0, origins));
  for (let i = 0; i < members.length && members[i] < origins; i++) price[members[i]] = 0;
  solveFactor(factor, price, work);
  const size = members.length;
  if (size === 0) return;
  const right = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = rhs[members[i]];
    for (let p = 0; p < origins; p++) sum -= rows[i * origins + p] * price[originAt[p]];
    right[i] = sum;
  }
  const small = solveDense(schur, right);
  for (let i = 0; i < size; i++) if (members[i] >= origins) d[members[i]] = small[i];
  for (let p = 0; p < origins; p++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += solved[p * size + i] * small[i];
    price[originAt[p]] -= sum;
  }
}
