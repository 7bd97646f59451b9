/** LU factors, with row pivoting, of a small dense square matrix. */
export class SquareSystem {
  private readonly lu: Float64Array;
  private readonly order: Int32Array;

  constructor(readonly dimension: number) {
    this.lu = new Float64Array(dimension * dimension);
    this.order = new Int32Array(dimension);
  }

  /**
   * Factors a matrix.
   * @param matrix row by row, length dimension².
   * @returns false when it is singular.
   */
  factor(matrix: Float64Array): boolean {
    const { lu, order, dimension: m } = this;
    lu.set(matrix);
    for (let k = 0; k < m; k++) order[k] = k;
    for (let k = 0; k < m; k++) {
      this.swapRows(k, this.pivotRow(k));
      const pivot = lu[k * m + k];
      if (Math.abs(pivot) < 1e-11) return false;
      for (let row = k + 1; row < m; row++) {
        const factor = lu[row * m + k] / pivot;
        lu[row * m + k] = factor;
        if (factor === 0) continue;
        for (let col = k + 1; col < m; col++)
          lu[row * m + col] = lu[row * m + col] - factor * lu[k * m + col];
      }
    }
    return true;
  }

  /** Solves A·x = b. */
  solve(b: ArrayLike<number>): Float64Array {
    const { lu, order, dimension: m } = this;
    const x = new Float64Array(m);
    for (let row = 0; row < m; row++) {
      let sum = b[order[row]];
      for (let col = 0; col < row; col++) sum -= lu[row * m + col] * x[col];
      x[row] = sum;
    }
    for (let row = m - 1; row >= 0; row--) {
      let sum = x[row];
      for (let col = row + 1; col < m; col++) sum -= lu[row * m + col] * x[col];
      x[row] = sum / lu[row * m + row];
    }
    return x;
  }

  /** Solves Aᵀ·y = c. */
  solveTransposed(c: ArrayLike<number>): Float64Array {
    const { lu, order, dimension: m } = this;
    const work = new Float64Array(m);
    for (let row = 0; row < m; row++) {
      let sum = c[row];
      for (let col = 0; col < row; col++) sum -= lu[col * m + row] * work[col];
      work[row] = sum / lu[row * m + row];
    }
    for (let row = m - 1; row >= 0; row--) {
      let sum = work[row];
      for (let col = row + 1; col < m; col++) sum -= lu[col * m + row] * work[col];
      work[row] = sum;
    }
    const y = new Float64Array(m);
    for (let row = 0; row < m; row++) y[order[row]] = work[row]!;
    return y;
  }

  private pivotRow(k: number): number {
    const { lu, dimension: m } = this;
    let best = k;
    for (let row = k + 1; row < m; row++)
      if (Math.abs(lu[row * m + k]) > Math.abs(lu[best * m + k])) best = row;
    return best;
  }

  private swapRows(a: number, b: number): void {
    if (a === b) return;
    const { lu, order, dimension: m } = this;
    for (let col = 0; col < m; col++) {
      const kept = lu[a * m + col];
      lu[a * m + col] = lu[b * m + col]!;
      lu[b * m + col] = kept;
    }
    const kept = order[a];
    order[a] = order[b]!;
    order[b] = kept;
  }
}
