import { DenseLu } from "./dense-lu.js";
import type { MixedComplementarityProblem } from "./mixed-complementarity.js";

/** Solves (J + diag(shift))·d = b again and again for one sparsity pattern. */
export interface NewtonSystem {
  /** False when the matrix is singular to working precision. */
  factor(values: Float64Array, shift: Float64Array): boolean;
  solve(b: Float64Array, out: Float64Array): void;
}

/**
 * Newton systems of market problems: quantities that touch only prices (flows, supplies, demands) have no entries among
 * themselves, so they are eliminated one by one, and what is left (mostly one price per node) is factored densely.
 */
export class ReducedNewtonSystem implements NewtonSystem {
  private readonly eliminated: Int32Array;
  private readonly kept: Int32Array;
  private readonly position: Int32Array;
  private readonly rowPart: Part;
  private readonly columnPart: Part;
  private readonly keptPart: Part;
  private readonly products: Products;
  private readonly diagonalSlot: Int32Array;
  private readonly lu: DenseLu;
  private readonly inverse: Float64Array;
  private readonly reducedRight: Float64Array;
  private values: Float64Array = new Float64Array(0);

  constructor(private readonly pattern: Pattern) {
    const leaves = independentSet(pattern);
    this.eliminated = leaves;
    this.position = new Int32Array(pattern.size).fill(-1);
    const taken = new Uint8Array(pattern.size);
    for (const i of leaves) taken[i] = 1;
    const kept: number[] = [];
    for (let i = 0; i < pattern.size; i++) if (!taken[i]) this.position[i] = kept.push(i) - 1;
    this.kept = Int32Array.from(kept);
    const parts = splitPattern(pattern, leaves, this.kept, this.position);
    this.rowPart = parts.row;
    this.columnPart = parts.column;
    this.keptPart = parts.kept;
    this.products = productsOf(parts.row, parts.column, leaves.length, kept.length);
    this.diagonalSlot = diagonalSlots(pattern);
    this.lu = new DenseLu(kept.length);
    this.inverse = new Float64Array(leaves.length);
    this.reducedRight = new Float64Array(kept.length);
  }

  /** The number of unknowns of the dense system that is left. */
  get dimension(): number {
    return this.kept.length;
  }

  factor(values: Float64Array, shift: Float64Array): boolean {
    this.values = values;
    const { lu, eliminated, inverse, diagonalSlot } = this;
    lu.matrix.fill(0);
    this.scatterKept(values, shift);
    for (let e = 0; e < eliminated.length; e++) {
      const i = eliminated[e];
      inverse[e] = 1 / (values[diagonalSlot[i]] + shift[i]);
    }
    this.eliminate(values);
    return lu.factor();
  }

  private scatterKept(values: Float64Array, shift: Float64Array): void {
    const { lu, kept, keptPart } = this;
    const m = kept.length;
    for (let r = 0; r < m; r++) {
      for (let k = keptPart.start[r]; k < keptPart.start[r + 1]; k++)
        lu.matrix[r * m + keptPart.at[k]] = values[keptPart.slot[k]];
      lu.matrix[r * m + r] = lu.matrix[r * m + r] + shift[kept[r]];
    }
  }

  /** Takes each eliminated unknown's column times its row from the matrix of the others. */
  private eliminate(values: Float64Array): void {
    const { inverse, eliminated, products, lu } = this;
    const { start, at, columnSlot, rowSlot } = products;
    const { matrix } = lu;
    for (let e = 0; e < eliminated.length; e++) {
      const by = inverse[e];
      for (let k = start[e]; k < start[e + 1]; k++)
        matrix[at[k]] -= values[columnSlot[k]] * by * values[rowSlot[k]];
    }
  }

  solve(b: Float64Array, out: Float64Array): void {
    const { eliminated, inverse, values, rowPart, columnPart, kept, reducedRight } = this;
    for (let r = 0; r < kept.length; r++) reducedRight[r] = b[kept[r]];
    for (let e = 0; e < eliminated.length; e++) {
      const scaled = b[eliminated[e]] * inverse[e];
      for (let c = columnPart.start[e]; c < columnPart.start[e + 1]; c++)
        reducedRight[columnPart.at[c]] = reducedRight[columnPart.at[c]] - values[columnPart.slot[c]] * scaled;
    }
    this.lu.solve(reducedRight);
    for (let r = 0; r < kept.length; r++) out[kept[r]] = reducedRight[r];
    for (let e = 0; e < eliminated.length; e++) {
      let sum = b[eliminated[e]];
      for (let r = rowPart.start[e]; r < rowPart.start[e + 1]; r++)
        sum -= values[rowPart.slot[r]] * reducedRight[rowPart.at[r]];
      out[eliminated[e]] = sum * inverse[e];
    }
  }
}

type Pattern = Pick<MixedComplementarityProblem, "size" | "rowStart" | "column" | "lower" | "upper">;

/** Off-diagonal entries of some rows or columns: where they stand among the kept unknowns, and their slot in J. */
interface Part {
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly slot: Int32Array;
}

/** Every pair of an entry in the column and one in the row of an eliminated unknown, and the place it falls on. */
interface Products {
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly columnSlot: Int32Array;
  readonly rowSlot: Int32Array;
}

function productsOf(row: Part, column: Part, leaves: number, kept: number): Products {
  const start = new Int32Array(leaves + 1);
  for (let e = 0; e < leaves; e++)
    start[e + 1] = start[e] + (row.start[e + 1] - row.start[e]) * (column.start[e + 1] - column.start[e]);
  const lists = () => new Int32Array(start[leaves]);
  const products = { start, at: lists(), columnSlot: lists(), rowSlot: lists() };
  let k = 0;
  for (let e = 0; e < leaves; e++) {
    for (let c = column.start[e]; c < column.start[e + 1]; c++) {
      for (let r = row.start[e]; r < row.start[e + 1]; r++, k++) {
        products.at[k] = column.at[c] * kept + row.at[r];
        products.columnSlot[k] = column.slot[c];
        products.rowSlot[k] = row.slot[r];
      }
    }
  }
  return products;
}

/** Largest number of neighbours of an unknown that is eliminated; more would fill the dense part at great cost. */
const MAX_NEIGHBOURS = 8;

/** Bounded unknowns with few neighbours, no two of them coupled. */
function independentSet(pattern: Pattern): Int32Array {
  const { size, lower, upper, rowStart, column } = pattern;
  const { start, row } = transposed(pattern);
  const degree = new Int32Array(size);
  for (let i = 0; i < size; i++)
    degree[i] = Math.max(rowStart[i + 1] - rowStart[i], start[i + 1] - start[i]) - 1;
  const blocked = new Uint8Array(size);
  const chosen: number[] = [];
  for (let wanted = 0; wanted <= MAX_NEIGHBOURS; wanted++) {
    for (let i = 0; i < size; i++) {
      if (degree[i] !== wanted || blocked[i] || (lower[i] === -Infinity && upper[i] === Infinity)) continue;
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) blocked[column[k]] = 1;
      for (let k = start[i]; k < start[i + 1]; k++) blocked[row[k]] = 1;
      chosen.push(i);
    }
  }
  return Int32Array.from(chosen).sort();
}

/** The pattern by columns; `slot` is the place of each entry in the pattern by rows. */
function transposed({ size, rowStart, column }: Pattern) {
  const start = new Int32Array(size + 1);
  for (const j of column) start[j + 1] += 1;
  for (let j = 0; j < size; j++) start[j + 1] += start[j];
  const next = start.slice(0, size);
  const row = new Int32Array(column.length);
  const slot = new Int32Array(column.length);
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const at = next[column[k]]++;
      row[at] = i;
      slot[at] = k;
    }
  }
  return { start, row, slot };
}

function splitPattern(pattern: Pattern, leaves: Int32Array, kept: Int32Array, position: Int32Array) {
  const { rowStart, column } = pattern;
  const byColumn = transposed(pattern);
  const slots = Int32Array.from(column, (_, k) => k);
  const rows = { start: rowStart, other: column, slot: slots };
  const columns = { start: byColumn.start, other: byColumn.row, slot: byColumn.slot };
  return {
    row: part(leaves, rows, position),
    column: part(leaves, columns, position),
    kept: part(kept, rows, position),
  };
}

/** Entries of the given rows (or columns) whose other index is kept. */
function part(
  indices: Int32Array,
  lists: { readonly start: Int32Array; readonly other: Int32Array; readonly slot: Int32Array },
  position: Int32Array,
): Part {
  const start = new Int32Array(indices.length + 1);
  const at: number[] = [];
  const slot: number[] = [];
  indices.forEach((i, r) => {
    for (let k = lists.start[i]; k < lists.start[i + 1]; k++) {
      if (position[lists.other[k]] < 0) continue;
      at.push(position[lists.other[k]]);
      slot.push(lists.slot[k]);
    }
    start[r + 1] = at.length;
  });
  return { start, at: Int32Array.from(at), slot: Int32Array.from(slot) };
}

function diagonalSlots({ size, rowStart, column }: Pattern): Int32Array {
  const slots = new Int32Array(size);
  for (let i = 0; i < size; i++)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (column[k] === i) slots[i] = k;
  return slots;
}
