import { DenseCholesky } from "./dense-cholesky.js";
import { DenseLu } from "./dense-lu.js";
import { eliminationOrder, type Part, type Pattern } from "./elimination-order.js";
import { Leaves } from "./leaves.js";

/** Solves (J + diag(shift))·d = b again and again for one sparsity pattern. */
export interface NewtonSystem {
  /** False when the matrix is singular to working precision. */
  factor(values: Float64Array, shift: Float64Array): boolean;
  solve(b: Float64Array, out: Float64Array): void;
}

/**
 * Newton systems of market problems: quantities that touch only prices (flows, supplies, demands) have no entries among
 * themselves, so they are eliminated one by one, and what is left (mostly one price per node) is factored densely:
 * by Cholesky where it is symmetric and positive definite (no ad-valorem wedges), else by LU.
 */
export class ReducedNewtonSystem implements NewtonSystem {
  private readonly kept: Int32Array;
  private readonly keptPart: Part;
  private readonly leaves: Leaves;
  private readonly lu: DenseLu;
  private readonly cholesky: DenseCholesky;
  private readonly reducedRight: Float64Array;
  private symmetric = false;

  constructor(pattern: Pattern) {
    const { leaves, pairs, kept, leading, rowPart, columnPart, keptPart } = eliminationOrder(pattern);
    this.kept = kept;
    this.keptPart = keptPart;
    this.leaves = new Leaves(leaves, pairs, rowPart, columnPart, diagonalSlots(pattern));
    this.lu = new DenseLu(kept.length);
    this.cholesky = new DenseCholesky(this.lu.matrix, kept.length, leading);
    this.reducedRight = new Float64Array(kept.length);
  }

  /** The number of unknowns of the dense system that is left. */
  get dimension(): number {
    return this.kept.length;
  }

  factor(values: Float64Array, shift: Float64Array): boolean {
    this.assemble(values, shift);
    this.symmetric = this.cholesky.isSymmetric();
    if (!this.symmetric) return this.lu.factor();
    if (this.cholesky.factor()) return true;
    this.symmetric = false;
    this.assemble(values, shift);
    return this.lu.factor();
  }

  private assemble(values: Float64Array, shift: Float64Array): void {
    const { lu, kept, keptPart, leaves } = this;
    const m = kept.length;
    lu.matrix.fill(0);
    for (let r = 0; r < m; r++) {
      for (let k = keptPart.start[r]; k < keptPart.start[r + 1]; k++)
        lu.matrix[r * m + keptPart.at[k]] = values[keptPart.slot[k]];
      lu.matrix[r * m + r] += shift[kept[r]];
    }
    leaves.eliminate(values, shift, lu.matrix, m);
  }

  solve(b: Float64Array, out: Float64Array): void {
    const { leaves, kept, reducedRight } = this;
    for (let r = 0; r < kept.length; r++) reducedRight[r] = b[kept[r]];
    leaves.reduce(b, reducedRight);
    if (this.symmetric) this.cholesky.solve(reducedRight);
    else this.lu.solve(reducedRight);
    for (let r = 0; r < kept.length; r++) out[kept[r]] = reducedRight[r];
    leaves.complete(b, reducedRight, out);
  }
}

function diagonalSlots({ size, rowStart, column }: Pattern): Int32Array {
  const slots = new Int32Array(size);
  for (let i = 0; i < size; i++)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (column[k] === i) slots[i] = k;
  return slots;
}
