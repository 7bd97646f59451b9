import type { Blend } from "./blend.js";
import { solveDense } from "./border.js";
import { backward, forward } from "./derivative.js";
import { solveFactor, type Factor } from "./factor.js";
import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/** Rents and gluts that are free at a point, with their rows and columns against the factored price block. */
export interface Border {
  readonly members: readonly number[];
  /** M⁻¹·(column), one per member. */
  readonly solved: readonly Float64Array[];
  readonly rows: readonly Float64Array[];
  /** Schur complement, row-major. */
  readonly schur: Float64Array;
}

export const emptyBorder: Border = { members: [], solved: [], rows: [], schur: new Float64Array(0) };

/** The border for the free members; rows of bound origins are 0 in every column. */
export function makeBorder(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  factor: Factor,
  bound: Uint8Array,
  members: readonly number[],
  work: Float64Array,
  damping: number,
): Border {
  const origins = problem.market.origins.count;
  const unit = new Float64Array(problem.unknowns);
  const columns: Float64Array[] = [];
  const rows: Float64Array[] = [];
  for (const member of members) {
    unit.fill(0);
    unit[member] = 1;
    const column = new Float64Array(problem.unknowns);
    forward(problem, space, blend, x, unit, column);
    const row = new Float64Array(problem.unknowns);
    backward(problem, space, blend, x, unit, row);
    columns.push(column);
    rows.push(row);
  }
  const solved = columns.map((column) => {
    const price = column.slice(0, origins);
    for (let o = 0; o < origins; o++) if (bound[o] === 1) price[o] = 0;
    solveFactor(factor, price, work);
    return price;
  });
  const size = members.length;
  const schur = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      schur[i * size + j] = columns[j][members[i]] - dot(rows[i], solved[j], origins);
  }
  for (let i = 0; i < size; i++) {
    const typical = problem.quantityScale[members[i]] / problem.priceScale[members[i]];
    schur[i * size + i] += (damping + SMALLEST) * typical;
  }
  return { members, solved, rows, schur };
}

/** Keeps two controls on the same flows apart: how they divide the rent does not matter, but it must be decided. */
const SMALLEST = 1e-12;

/** Solves J·d = rhs over prices and the border's members; other rents and gluts keep the d they have. */
export function borderedSolve(
  problem: Problem,
  factor: Factor,
  border: Border,
  rhs: Float64Array,
  d: Float64Array,
  work: Float64Array,
): number {
  const origins = problem.market.origins.count;
  const price = d.subarray(0, origins);
  price.set(rhs.subarray(0, origins));
  solveFactor(factor, price, work);
  const size = border.members.length;
  if (size === 0) return factor.sign;
  const small = new Float64Array(size);
  for (let i = 0; i < size; i++) small[i] = rhs[border.members[i]] - dot(border.rows[i], price, origins);
  const sign = solveDense(border.schur.slice(), size, small);
  for (let i = 0; i < size; i++) {
    d[border.members[i]] = small[i];
    const column = border.solved[i];
    for (let o = 0; o < origins; o++) price[o] -= column[o] * small[i];
  }
  return factor.sign * sign;
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[i] * b[i];
  return sum;
}
