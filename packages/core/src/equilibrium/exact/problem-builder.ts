import type { MixedComplementarityProblem } from "./mixed-complementarity.js";

/** A nonlinear part of F. `entries` are the (row, column) pairs of the Jacobian that it touches. */
export interface Term {
  readonly entries: readonly (readonly [row: number, column: number])[];
  /** Adds its value to F. */
  residual(x: Float64Array, f: Float64Array): void;
  /** Adds its derivatives: entry k belongs to `values[slots[k]]`. */
  jacobian(x: Float64Array, values: Float64Array, slots: Int32Array): void;
}

/** Collects variables, affine entries and nonlinear terms, and freezes them into a problem. */
export class ProblemBuilder {
  private readonly bounds: [lower: number, upper: number, start: number][] = [];
  private readonly constants: number[] = [];
  private readonly rows: Map<number, number>[] = [];
  private readonly terms: Term[] = [];

  get size(): number {
    return this.bounds.length;
  }

  /** Adds a variable together with its condition F_i; returns its index. */
  variable(lower: number, upper: number, start: number): number {
    const index = this.bounds.length;
    this.bounds.push([lower, upper, start]);
    this.constants.push(0);
    this.rows.push(new Map([[index, 0]]));
    return index;
  }

  /** F_row += value. */
  constant(row: number, value: number): void {
    this.constants[row] = this.constants[row] + value;
  }

  /** F_row += value · x_column. */
  linear(row: number, column: number, value: number): void {
    const entries = this.rows[row];
    entries.set(column, (entries.get(column) ?? 0) + value);
  }

  term(term: Term): void {
    this.terms.push(term);
    for (const [row, column] of term.entries) this.linear(row, column, 0);
  }

  build(): MixedComplementarityProblem {
    const size = this.size;
    const rowStart = new Int32Array(size + 1);
    this.rows.forEach((row, i) => (rowStart[i + 1] = rowStart[i] + row.size));
    const column = new Int32Array(rowStart[size]);
    const linear = new Float64Array(rowStart[size]);
    this.rows.forEach((row, i) => {
      let slot = rowStart[i];
      for (const [j, value] of row) {
        column[slot] = j;
        linear[slot++] = value;
      }
    });
    const pick = (k: 0 | 1 | 2) => Float64Array.from(this.bounds, (bound) => bound[k]);
    const system = { size, rowStart, column, linear, constants: Float64Array.from(this.constants) };
    return {
      size,
      lower: pick(0),
      upper: pick(1),
      start: pick(2),
      affine: this.terms.length === 0,
      rowStart,
      column,
      ...functions(system, this.terms),
    };
  }
}

interface AffineSystem {
  readonly size: number;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly linear: Float64Array;
  readonly constants: Float64Array;
}

function functions(system: AffineSystem, terms: readonly Term[]) {
  const { size, rowStart, column, linear, constants } = system;
  const slots = terms.map((term) => slotsOf(system, term));
  return {
    residual(x: Float64Array, out: Float64Array): void {
      for (let i = 0; i < size; i++) {
        let sum = constants[i];
        for (let k = rowStart[i]; k < rowStart[i + 1]; k++) sum += linear[k] * x[column[k]];
        out[i] = sum;
      }
      for (const term of terms) term.residual(x, out);
    },
    jacobian(x: Float64Array, out: Float64Array): void {
      out.set(linear);
      terms.forEach((term, t) => term.jacobian(x, out, slots[t]));
    },
  };
}

function slotsOf({ rowStart, column }: AffineSystem, term: Term): Int32Array {
  return Int32Array.from(term.entries, ([row, j]) => {
    for (let k = rowStart[row]; k < rowStart[row + 1]; k++) if (column[k] === j) return k;
    throw new RangeError(`entry (${row}, ${j}) is not in the pattern`);
  });
}
