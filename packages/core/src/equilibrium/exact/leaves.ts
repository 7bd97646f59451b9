import type { Part } from "./elimination-order.js";

/**
 * Unknowns that are coupled only to kept ones, each eliminated by its own row. Entries lie one behind the other by leaf;
 * the first leaves are those with two neighbours in their row and in their column (flows between two prices).
 */
export class Leaves {
  private readonly inverse: Float64Array;
  private readonly rowValue: Float64Array;
  private readonly columnValue: Float64Array;

  /**
   * @param index the leaves. @param pairs how many of the first have exactly two entries in row and column.
   * @param diagonalSlot by unknown, the place of its diagonal entry in J.
   */
  constructor(
    private readonly index: Int32Array,
    private readonly pairs: number,
    private readonly row: Part,
    private readonly column: Part,
    private readonly diagonalSlot: Int32Array,
  ) {
    this.inverse = new Float64Array(index.length);
    this.rowValue = new Float64Array(row.slot.length);
    this.columnValue = new Float64Array(column.slot.length);
  }

  /** Takes each leaf's column times its row from the matrix of the m others. */
  eliminate(values: Float64Array, shift: Float64Array, matrix: Float64Array, m: number): void {
    const { index, inverse, rowValue, columnValue, row, column, diagonalSlot, pairs } = this;
    for (let e = 0; e < index.length; e++)
      inverse[e] = 1 / (values[diagonalSlot[index[e]]] + shift[index[e]]);
    for (let k = 0; k < rowValue.length; k++) rowValue[k] = values[row.slot[k]];
    for (let k = 0; k < columnValue.length; k++) columnValue[k] = values[column.slot[k]];
    for (let e = 0, k = 0; e < pairs; e++, k += 2) {
      const first = columnValue[k] * inverse[e];
      const second = columnValue[k + 1] * inverse[e];
      const [upper, lower] = [column.at[k] * m, column.at[k + 1] * m];
      matrix[upper + row.at[k]] -= first * rowValue[k];
      matrix[upper + row.at[k + 1]] -= first * rowValue[k + 1];
      matrix[lower + row.at[k]] -= second * rowValue[k];
      matrix[lower + row.at[k + 1]] -= second * rowValue[k + 1];
    }
    for (let e = pairs; e < index.length; e++) {
      for (let c = column.start[e]; c < column.start[e + 1]; c++) {
        const factor = columnValue[c] * inverse[e];
        const at = column.at[c] * m;
        for (let r = row.start[e]; r < row.start[e + 1]; r++) matrix[at + row.at[r]] -= factor * rowValue[r];
      }
    }
  }

  /** Takes from the right-hand side of the kept unknowns what the leaves' own sides put on them. */
  reduce(b: Float64Array, right: Float64Array): void {
    const { index, inverse, columnValue, column, pairs } = this;
    const { at, start } = column;
    for (let e = 0, k = 0; e < pairs; e++, k += 2) {
      const scaled = b[index[e]] * inverse[e];
      right[at[k]] -= columnValue[k] * scaled;
      right[at[k + 1]] -= columnValue[k + 1] * scaled;
    }
    for (let e = pairs; e < index.length; e++) {
      const scaled = b[index[e]] * inverse[e];
      for (let c = start[e]; c < start[e + 1]; c++) right[at[c]] -= columnValue[c] * scaled;
    }
  }

  /** Fills in the leaves once the kept unknowns are known. */
  complete(b: Float64Array, kept: Float64Array, out: Float64Array): void {
    const { index, inverse, rowValue, row, pairs } = this;
    const { at, start } = row;
    for (let e = 0, k = 0; e < pairs; e++, k += 2)
      out[index[e]] =
        (b[index[e]] - rowValue[k] * kept[at[k]] - rowValue[k + 1] * kept[at[k + 1]]) * inverse[e];
    for (let e = pairs; e < index.length; e++) {
      let sum = b[index[e]];
      for (let r = start[e]; r < start[e + 1]; r++) sum -= rowValue[r] * kept[at[r]];
      out[index[e]] = sum * inverse[e];
    }
  }
}
