/** Rows whose difference from their columns is larger, relative to the diagonal, are not symmetric. */
const SYMMETRIC = 1e-13;
/** A pivot smaller than this share of its diagonal is rounding. */
const SMALLEST_PIVOT = 1e-15;

/**
 * Cholesky factors of a dense symmetric positive definite matrix kept in one buffer. Rows before `leading` have no
 * entries among themselves but their diagonal, which makes the factor about as costly as that of the rows behind them.
 */
export class DenseCholesky {
  private readonly inverse: Float64Array;

  /** @param matrix dimension², row by row, shared with whoever fills it; `factor` overwrites its lower triangle. */
  constructor(
    private readonly matrix: Float64Array,
    readonly dimension: number,
    readonly leading: number,
  ) {
    this.inverse = new Float64Array(dimension);
  }

  /** True when the matrix equals its transpose up to rounding and its diagonal is positive. */
  isSymmetric(): boolean {
    const { matrix: a, dimension: m } = this;
    for (let row = 0; row < m; row++) {
      const at = row * m;
      if (!(a[at + row] > 0)) return false;
      for (let j = 0; j < row; j++) {
        const gap = a[at + j] - a[j * m + row];
        if (gap !== 0 && !(gap * gap <= SYMMETRIC * SYMMETRIC * a[at + row] * a[j * m + j])) return false;
      }
    }
    return true;
  }

  /** Factors in place, two rows and two columns at a time; false when a pivot is not clearly positive. */
  factor(): boolean {
    const { matrix: a, dimension: m, leading, inverse } = this;
    for (let k = 0; k < leading; k++) inverse[k] = 1 / Math.sqrt(a[k * m + k]);
    for (let at = leading * m; at < m * m; at += m) for (let k = 0; k < leading; k++) a[at + k] *= inverse[k];
    let row = leading;
    for (; row + 1 < m; row += 2) {
      for (let column = leading; column < row; column += 2) this.factorBlock(row * m, column);
      if (!this.factorPivot(row)) return false;
      this.factorEntry((row + 1) * m, row);
      if (!this.factorPivot(row + 1)) return false;
    }
    if (row === m) return true;
    for (let column = leading; column < row; column++) this.factorEntry(row * m, column);
    return this.factorPivot(row);
  }

  /** The entries of two rows in two columns, all of them before both rows. */
  private factorBlock(upper: number, column: number): void {
    const { matrix: a, dimension: m, inverse } = this;
    const lower = upper + m;
    const first = column * m;
    const second = first + m;
    let [upperFirst, upperSecond, lowerFirst, lowerSecond] = [0, 0, 0, 0];
    for (let k = 0; k < column; k++) {
      const one = a[first + k];
      const two = a[second + k];
      const high = a[upper + k];
      const low = a[lower + k];
      upperFirst += high * one;
      upperSecond += high * two;
      lowerFirst += low * one;
      lowerSecond += low * two;
    }
    const high = (a[upper + column] - upperFirst) * inverse[column];
    const low = (a[lower + column] - lowerFirst) * inverse[column];
    const below = a[second + column];
    a[upper + column] = high;
    a[lower + column] = low;
    a[upper + column + 1] = (a[upper + column + 1] - upperSecond - high * below) * inverse[column + 1];
    a[lower + column + 1] = (a[lower + column + 1] - lowerSecond - low * below) * inverse[column + 1];
  }

  private factorEntry(at: number, column: number): void {
    const { matrix: a, dimension: m, inverse } = this;
    a[at + column] = (a[at + column] - this.product(at, column * m, column)) * inverse[column];
  }

  private factorPivot(row: number): boolean {
    const at = row * this.dimension;
    const diagonal = this.matrix[at + row];
    const pivot = diagonal - this.product(at, at, row);
    this.inverse[row] = 1 / Math.sqrt(pivot);
    return pivot > SMALLEST_PIVOT * diagonal && pivot < Infinity;
  }

  /** Σ of the products of two rows over their first entries. */
  private product(one: number, other: number, length: number): number {
    const { matrix: a } = this;
    let [sum, more] = [0, 0];
    let k = 0;
    for (; k + 1 < length; k += 2) {
      sum += a[one + k] * a[other + k];
      more += a[one + k + 1] * a[other + k + 1];
    }
    return k < length ? sum + more + a[one + k] * a[other + k] : sum + more;
  }

  /** Solves A·x = b in place. */
  solve(b: Float64Array): void {
    const { matrix: a, dimension: m, leading, inverse } = this;
    for (let k = 0; k < leading; k++) b[k] *= inverse[k];
    for (let row = leading; row < m; row++) {
      let sum = b[row];
      for (let j = 0, at = row * m; j < row; j++) sum -= a[at + j] * b[j];
      b[row] = sum * inverse[row];
    }
    for (let row = m - 1; row >= leading; row--) {
      const value = b[row] * inverse[row];
      b[row] = value;
      for (let j = 0, at = row * m; j < row; j++) b[j] -= a[at + j] * value;
    }
    for (let k = 0; k < leading; k++) b[k] *= inverse[k];
  }
}
