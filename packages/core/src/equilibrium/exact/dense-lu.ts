/** Columns factored together: each entry beyond them is then read and written once instead of four times. */
const PANEL = 4;

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

  /** Factors `matrix` in place, four columns at a time; false when a pivot is zero or not finite. */
  factor(): boolean {
    const { order, dimension: m } = this;
    for (let k = 0; k < m; k++) order[k] = k;
    for (let k = 0; k < m; k += PANEL) {
      const end = Math.min(k + PANEL, m);
      if (!this.factorPanel(k, end)) return false;
      if (end < m) this.updateBeyond(k);
    }
    return true;
  }

  /** Factors columns k…end−1 from row k down, leaving the columns beyond as they are but for row swaps. */
  private factorPanel(first: number, end: number): boolean {
    const { matrix: a, dimension: m } = this;
    for (let k = first; k < end; k++) {
      this.swapRows(k, this.pivotRow(k));
      const base = k * m;
      const pivot = a[base + k];
      if (!(Math.abs(pivot) > 1e-300) || Math.abs(pivot) === Infinity) return false;
      const inverse = 1 / pivot;
      for (let row = k + 1; row < m; row++) {
        const at = row * m;
        if (a[at + k] === 0) continue;
        const factor = (a[at + k] *= inverse);
        for (let j = k + 1; j < end; j++) a[at + j] -= factor * a[base + j];
      }
    }
    return true;
  }

  /** Carries a full panel that begins at k over to the columns beyond it. */
  private updateBeyond(k: number): void {
    const { matrix: a, dimension: m } = this;
    const [row0, row1, row2, row3] = [k * m, (k + 1) * m, (k + 2) * m, (k + 3) * m];
    for (let row = k + 1; row < k + PANEL; row++) {
      for (let above = k; above < row; above++) {
        const factor = a[row * m + above];
        if (factor !== 0) for (let j = k + PANEL; j < m; j++) a[row * m + j] -= factor * a[above * m + j];
      }
    }
    for (let row = k + PANEL; row < m; row++) {
      const at = row * m;
      const [f0, f1, f2, f3] = [a[at + k], a[at + k + 1], a[at + k + 2], a[at + k + 3]];
      if (f0 === 0 && f1 === 0 && f2 === 0 && f3 === 0) continue;
      for (let j = k + PANEL; j < m; j++)
        a[at + j] -= f0 * a[row0 + j] + f1 * a[row1 + j] + (f2 * a[row2 + j] + f3 * a[row3 + j]);
    }
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
