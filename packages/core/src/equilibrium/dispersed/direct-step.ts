import type { Blend } from "./blend.js";
import { solveDense } from "./border.js";
import { backward, forward } from "./derivative.js";
import { solveFactor, type Factor } from "./factor.js";
import type { Problem } from "./problem.js";
import type { Solver } from "./solver.js";

/**
 * What is set around the factored price block: free rents and gluts, and switched origins, whose row in the factor is no longer the
 * wanted one (held at a bound there and free now, or the other way round). A switched origin brings one auxiliary unknown that opens
 * its old row, and its new row as an equation.
 */
export interface Border {
  /** Below the number of origins: a switched origin; else a rent or glut. */
  readonly members: readonly number[];
  /** M⁻¹·(column), one per member. */
  readonly solved: readonly Float64Array[];
  readonly rows: readonly Float64Array[];
  /** Schur complement, row-major. */
  readonly schur: Float64Array;
}

export const emptyBorder: Border = { members: [], solved: [], rows: [], schur: new Float64Array(0) };

/** Keeps two controls on the same flows apart: how they divide the rent does not matter, but it must be decided. */
const SMALLEST = 1e-12;

/** The border for the given members around a factor that holds `bound` origins. */
export function makeBorder(
  solver: Solver,
  blend: Blend,
  factor: Factor,
  bound: Uint8Array,
  members: readonly number[],
  damping: number,
): Border {
  const { problem } = solver;
  const origins = problem.market.origins.count;
  const columns = members.map((member) => borderColumn(solver, blend, member));
  const rows = members.map((member) => borderRow(solver, blend, bound, member));
  const solved = members.map((member, i) => {
    const price = columns[i].slice(0, origins);
    if (member < origins) price[member] = 1;
    else for (let o = 0; o < origins; o++) if (bound[o] === 1) price[o] = 0;
    solveFactor(factor, price, solver.work);
    return price;
  });
  const size = members.length;
  const schur = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const released = members[i] >= origins || bound[members[i]] === 1;
    for (let j = 0; j < size; j++) {
      const corner = released ? columns[j][members[i]] : 0;
      schur[i * size + j] = corner - dot(rows[i], solved[j], origins);
    }
    if (members[i] < origins) continue;
    const typical = problem.quantityScale[members[i]] / problem.priceScale[members[i]];
    schur[i * size + i] += (damping + SMALLEST) * typical;
  }
  return { members, solved, rows, schur };
}

/** Change of all of f with a rent or glut; nothing for an auxiliary unknown. */
function borderColumn({ problem, space, x }: Solver, blend: Blend, member: number): Float64Array {
  const column = new Float64Array(problem.unknowns);
  if (member < problem.market.origins.count) return column;
  const unit = new Float64Array(problem.unknowns);
  unit[member] = 1;
  forward(problem, space, blend, x, unit, column);
  return column;
}

/** The member's equation: its row of the Jacobian, or "stay at the bound" for an origin that the factor leaves free. */
function borderRow(
  { problem, space, x }: Solver,
  blend: Blend,
  bound: Uint8Array,
  member: number,
): Float64Array {
  const unit = new Float64Array(problem.unknowns);
  unit[member] = 1;
  if (member < problem.market.origins.count && bound[member] === 0) return unit;
  const row = new Float64Array(problem.unknowns);
  backward(problem, space, blend, x, unit, row);
  return row;
}

/** Solves J·d = rhs over prices and the border's members; other rents and gluts keep the d they have. */
export function borderedSolve(
  problem: Problem,
  factor: Factor,
  border: Border,
  rhs: Float64Array,
  d: Float64Array,
  work: Float64Array,
): void {
  const { members } = border;
  const origins = problem.market.origins.count;
  const price = d.subarray(0, origins);
  price.set(rhs.subarray(0, origins));
  for (let i = 0; i < members.length && members[i] < origins; i++) price[members[i]] = 0;
  solveFactor(factor, price, work);
  const size = members.length;
  if (size === 0) return;
  const small = new Float64Array(size);
  for (let i = 0; i < size; i++) small[i] = rhs[members[i]] - dot(border.rows[i], price, origins);
  solveDense(border.schur.slice(), size, small);
  for (let i = 0; i < size; i++) {
    if (members[i] >= origins) d[members[i]] = small[i];
    const column = border.solved[i];
    for (let o = 0; o < origins; o++) price[o] -= column[o] * small[i];
  }
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[i] * b[i];
  return sum;
}
