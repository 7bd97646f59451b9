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
  private readonly bounds: { lower: number[]; upper: number[]; start: number[] } = {
    lower: [],
    upper: [],
    start: [],
  };
  private readonly constants: number[] = [];
  private readonly entries: { row: number[]; column: number[]; value: number[] } = {
    row: [],
    column: [],
    value: [],
  };
  private readonly terms: Term[] = [];

  get size(): number {
    return this.constants.length;
  }

  /** Adds a variable together with its condition F_i; returns its index. */
  variable(lower: number, upper: number, start: number): number {
    const { bounds } = this;
    bounds.lower.push(lower);
    bounds.upper.push(upper);
    bounds.start.push(start);
    const index = this.constants.push(0) - 1;
    this.linear(index, index, 0);
    return index;
  }

  /** F_row += value. */
  constant(row: number, value: number): void {
    this.constants[row] += value;
  }

  /** F_row += value · x_column. */
  linear(row: number, column: number, value: number): void {
    const { entries } = this;
    entries.row.push(row);
    entries.column.push(column);
    entries.value.push(value);
  }

  term(term: Term): void {
    this.terms.push(term);
    for (const [row, column] of term.entries) this.linear(row, column, 0);
  }

  build(): MixedComplementarityProblem {
    const { bounds, size } = this;
    const matrix = compress(size, this.entries);
    const system = { size, ...matrix, constants: Float64Array.from(this.constants) };
    return {
      size,
      lower: Float64Array.from(bounds.lower),
      upper: Float64Array.from(bounds.upper),
      start: Float64Array.from(bounds.start),
      affine: this.terms.length === 0,
      rowStart: matrix.rowStart,
      column: matrix.column,
      ...functions(system, this.terms),
    };
  }
}

interface Entries {
  readonly row: readonly number[];
  readonly column: readonly number[];
  readonly value: readonly number[];
}

/** Entries by rows, those of one place summed. */
function compress(size: number, { row, column, value }: Entries) {
  const begin = new Int32Array(size + 1);
  for (const i of row) begin[i + 1] += 1;
  for (let i = 0; i < size; i++) begin[i + 1] += begin[i];
  const next = begin.slice(0, size);
  const order = new Int32Array(row.length);
  for (let k = 0; k < row.length; k++) order[next[row[k]]++] = k;
  const rowStart = new Int32Array(size + 1);
  const columns = new Int32Array(row.length);
  const linear = new Float64Array(row.length);
  const slotOf = new Int32Array(size).fill(-1);
  let filled = 0;
  for (let i = 0; i < size; i++) {
    rowStart[i] = filled;
    for (let k = begin[i]; k < begin[i + 1]; k++) {
      const j = column[order[k]];
      if (slotOf[j] < rowStart[i]) {
        slotOf[j] = filled;
        columns[filled++] = j;
      }
      linear[slotOf[j]] += value[order[k]];
    }
  }
  rowStart[size] = filled;
  return { rowStart, column: columns.slice(0, filled), linear: linear.slice(0, filled) };
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
      terms.forEach((term, t) => {
        term.jacobian(x, out, slots[t]);
      });
    },
  };
}

function slotsOf({ rowStart, column }: AffineSystem, term: Term): Int32Array {
  return Int32Array.from(term.entries, ([row, j]) => {
    for (let k = rowStart[row]; k < rowStart[row + 1]; k++) if (column[k] === j) return k;
    throw new RangeError(`entry (${row}, ${j}) is not in the pattern`);
  });
}
