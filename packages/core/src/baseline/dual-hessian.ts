import type { Account } from "./weighted-balance.js";

const DEPENDENT = 1e-12;

/** A·diag(w)·Aᵀ of sparse accounts, lower triangle row by row, and its Cholesky factor; accounts that depend on others are skipped. */
export class DualHessian {
  private readonly entries: Float64Array;

  constructor(private readonly size: number) {
    this.entries = new Float64Array(size * size);
  }

  add(accounts: readonly Account[], weight: Float64Array): void {
    const touches = new Map<number, { row: number; coefficient: number }[]>();
    accounts.forEach((account, row) => {
      account.variables.forEach((variable, n) => {
        const list = touches.get(variable) ?? [];
        list.push({ row, coefficient: account.coefficients[n] });
        touches.set(variable, list);
      });
    });
    for (const [variable, list] of touches) {
      for (const a of list) {
        const scaled = weight[variable] * a.coefficient;
        for (const b of list)
          if (b.row <= a.row) this.entries[a.row * this.size + b.row] += scaled * b.coefficient;
      }
    }
  }

  /** Solves H·x = right; overwrites the matrix by its factor. */
  solve(right: Float64Array): Float64Array {
    const scale = this.equilibrate();
    this.factorise();
    const x = right.map((value, i) => value * scale[i]);
    this.forward(x);
    this.backward(x);
    return x.map((value, i) => value * scale[i]);
  }

  private equilibrate(): Float64Array {
    const n = this.size;
    const scale = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const diagonal = this.entries[i * n + i];
      scale[i] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0;
    }
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) this.entries[i * n + j] *= scale[i] * scale[j];
    return scale;
  }

  private factorise(): void {
    const n = this.size;
    const entries = this.entries;
    for (let i = 0; i < n; i++) {
      const rowI = i * n;
      for (let j = 0; j <= i; j++) {
        const rowJ = j * n;
        let sum = entries[rowI + j];
        for (let k = 0; k < j; k++) sum -= entries[rowI + k] * entries[rowJ + k];
        if (j < i) entries[rowI + j] = entries[rowJ + j] === 0 ? 0 : sum / entries[rowJ + j];
        else entries[rowI + i] = sum > DEPENDENT ? Math.sqrt(sum) : 0;
      }
    }
  }

  private forward(x: Float64Array): void {
    const n = this.size;
    for (let i = 0; i < n; i++) {
      const pivot = this.entries[i * n + i];
      let sum = x[i];
      for (let k = 0; k < i; k++) sum -= this.entries[i * n + k] * x[k];
      x[i] = pivot === 0 ? 0 : sum / pivot;
    }
  }

  private backward(x: Float64Array): void {
    const n = this.size;
    for (let i = n - 1; i >= 0; i--) {
      const pivot = this.entries[i * n + i];
      x[i] = pivot === 0 ? 0 : x[i] / pivot;
      for (let k = 0; k < i; k++) x[k] = x[k] - this.entries[i * n + k] * x[i];
    }
  }
}
