/** LU factors, with row pivoting, of a dense square matrix kept in one buffer. */
export class DenseLu {
  /** Row by row; fill it before `factor`, which overwrites it. */
  readonly matrix: Float64Array;
  private readonly order: Int32Array;
  private readonly work: Float64Array;

  constructor(readonly dimension: number) {
    this.matrix = new Float64Array(dimension * dimension);
    this.order = new Int32Array(dimension);
    this.work = new Float64Array(dimension);
  }

  /** Factors `matrix` in place; false when a pivot is zero or not finite. */
  factor(): boolean {
    const { matrix: a, order, dimension: m } = this;
    for (let k = 0; k < m; k++) order[k] = k;
    for (let k = 0; k < m; k++) {
      this.swapRows(k, this.pivotRow(k));
      const base = k * m;
      const pivot = a[base + k];
      if (!(Math.abs(pivot) > 1e-300) || Math.abs(pivot) === Infinity) return false;
      const inverse = 1 / pivot;
      for (let row = k + 1; row < m; row++) {
        const at = row * m;
        if (a[at + k] === 0) continue;
        const factor = (a[at + k] *= inverse);
        for (let j = k + 1; j < m; j++) a[at + j] = a[at + j] - factor * a[base + j];
      }
    }
    return true;
  }

  /** Solves A·x = b in place. */
  solve(b: Float64Array): void {
    const { matrix: a, order, dimension: m, work } = this;
    for (let row = 0; row < m; row++) {
      let sum = b[order[row]];
      for (let j = 0, at = row * m; j < row; j++) sum -= a[at + j] * work[j];
      work[row] = sum;
    }
    for (let row = m - 1; row >= 0; row--) {
      const at = row * m;
      let sum = work[row];
      for (let j = row + 1; j < m; j++) sum -= a[at + j] * work[j];
      work[row] = sum / a[at + row];
    }
    b.set(work);
  }

  private pivotRow(k: number): number {
    const { matrix: a, dimension: m } = this;
    let best = k;
    for (let row = k + 1; row < m; row++)
      if (Math.abs(a[row * m + k]) > Math.abs(a[best * m + k])) best = row;
    return best;
  }

  private swapRows(k: number, other: number): void {
    if (k === other) return;
    const { matrix: a, order, dimension: m } = this;
    [order[k], order[other]] = [order[other], order[k]];
    for (let j = 0; j < m; j++) [a[k * m + j], a[other * m + j]] = [a[other * m + j], a[k * m + j]];
  }
}
