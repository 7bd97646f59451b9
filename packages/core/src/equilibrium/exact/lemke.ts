/**
 * Lemke's complementary pivoting for the linear complementarity problem w = M·z + q, w ≥ 0, z ≥ 0, wᵀz = 0
 * (Cottle, Pang and Stone, The Linear Complementarity Problem, 1992, ch. 4), ties broken lexicographically.
 *
 * @param m rows of M. @returns z, or undefined where the method ends on a ray: no solution for copositive-plus M.
 */
export function lemke(m: readonly (readonly number[])[], q: readonly number[]): Float64Array | undefined {
  const n = q.length;
  if (q.every((value) => value >= 0)) return new Float64Array(n);
  const tableau = new Tableau(m, q);
  let entering = tableau.start();
  for (let pivots = 0; pivots < 50 * (n + 10); pivots++) {
    const row = tableau.leavingRow(entering);
    if (row < 0) return undefined;
    const leaving = tableau.pivot(row, entering);
    if (leaving === 2 * n) return tableau.solution();
    entering = leaving < n ? leaving + n : leaving - n;
  }
  return undefined;
}

/** Rows hold w (columns 0…n−1), z (n…2n−1), the artificial variable (2n) and the right-hand side (2n+1). */
class Tableau {
  private readonly rows: Float64Array[];
  private readonly basis: Int32Array;
  private readonly n: number;

  constructor(m: readonly (readonly number[])[], q: readonly number[]) {
    this.n = q.length;
    this.basis = Int32Array.from(q, (_, i) => i);
    this.rows = q.map((right, i) => {
      const row = new Float64Array(2 * this.n + 2);
      row[i] = 1;
      for (let j = 0; j < this.n; j++) row[this.n + j] = -m[i][j];
      row[2 * this.n] = -1;
      row[2 * this.n + 1] = right;
      return row;
    });
  }

  /** Brings the artificial variable in for the most negative row; returns the complement of what left. */
  start(): number {
    const right = 2 * this.n + 1;
    let row = 0;
    for (let i = 1; i < this.n; i++) if (this.rows[i][right] < this.rows[row][right]) row = i;
    return this.pivot(row, 2 * this.n) + this.n;
  }

  /** Lexicographic minimum ratio; −1 on a ray. */
  leavingRow(entering: number): number {
    let best = -1;
    for (let i = 0; i < this.n; i++) {
      if (this.rows[i][entering] > 1e-12 && (best < 0 || this.comesBefore(i, best, entering))) best = i;
    }
    return best;
  }

  private comesBefore(i: number, other: number, entering: number): boolean {
    const [a, b] = [this.rows[i], this.rows[other]];
    for (const column of [2 * this.n + 1, ...Array.from({ length: this.n }, (_, k) => k)]) {
      const difference = a[column] / a[entering] - b[column] / b[entering];
      if (Math.abs(difference) > 1e-14) {
        return difference < 0;
      }
      if (column === 2 * this.n + 1 && this.basis[i] === 2 * this.n) return true;
      if (column === 2 * this.n + 1 && this.basis[other] === 2 * this.n) return false;
    }
    return false;
  }

  /** Returns the variable that left. */
  pivot(row: number, entering: number): number {
    const pivotRow = this.rows[row];
    const by = 1 / pivotRow[entering];
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] *= by;
    for (let i = 0; i < this.n; i++) {
      const factor = this.rows[i][entering];
      if (i === row || factor === 0) continue;
      for (let j = 0; j < pivotRow.length; j++) this.rows[i][j] -= factor * pivotRow[j];
    }
    const leaving = this.basis[row];
    this.basis[row] = entering;
    return leaving;
  }

  solution(): Float64Array {
    const z = new Float64Array(this.n);
    this.basis.forEach((variable, i) => {
      if (variable >= this.n && variable < 2 * this.n)
        z[variable - this.n] = Math.max(0, this.rows[i][2 * this.n + 1]);
    });
    return z;
  }
}
