import type { Layout } from "./layout.js";
import type { Structure } from "./structure.js";

/** LU of a matrix in the order of elimination, kept where the matrix was; blocks that stay zero are never touched. */
export interface Factor {
  readonly structure: Structure;
  readonly layout: Layout;
  readonly matrix: Float64Array;
  readonly inverseDiagonal: Float64Array;
  /** Sign of the determinant. */
  readonly sign: number;
}

const SMALLEST_PIVOT = 1e-13;

/**
 * Factors in place, without exchanging rows: with specific wedges the matrix is positive semidefinite. A pivot below 1e-13 of its
 * diagonal (a price that nothing depends on) is replaced by the diagonal, so that the price stays nearly where it is.
 */
export function factorise(
  structure: Structure,
  layout: Layout,
  matrix: Float64Array,
  inverseDiagonal: Float64Array,
): Factor {
  let sign = 1;
  for (let place = 0; place < structure.goodOrder.length; place++) {
    const [from, to] = [structure.goodStart[place], structure.goodStart[place + 1]];
    const lower = layout.blocksOnly ? none : structure.lower[place];
    for (let i = from; i < to; i++) {
      const row = layout.rowStart[i];
      const diagonal = matrix[row + i];
      for (let r = 0; r < lower.length; r += 2)
        eliminate(structure, layout, matrix, inverseDiagonal, row, lower[r], lower[r + 1]);
      eliminate(structure, layout, matrix, inverseDiagonal, row, from, i);
      let pivot = matrix[row + i];
      if (!(Math.abs(pivot) > SMALLEST_PIVOT * Math.abs(diagonal)))
        pivot = diagonal === 0 ? 1 : Math.abs(diagonal);
      if (pivot < 0) sign = -sign;
      inverseDiagonal[i] = 1 / pivot;
    }
  }
  return { structure, layout, matrix, inverseDiagonal, sign };
}

const none = new Int32Array(0);

/** Takes columns [from, to) out of one row, four at a time where they belong to one good: its entries are then read and written once. */
function eliminate(
  structure: Structure,
  layout: Layout,
  matrix: Float64Array,
  inverseDiagonal: Float64Array,
  row: number,
  from: number,
  to: number,
): void {
  const { rowStart, blocksOnly } = layout;
  const { goodStart, fill } = structure;
  let place = 0;
  for (let k = from; k < to;) {
    while (goodStart[place + 1] <= k) place++;
    const end = goodStart[place + 1];
    const ranges = blocksOnly ? none : fill[place];
    if (k + 4 <= to && k + 4 <= end) {
      eliminateFour(matrix, inverseDiagonal, rowStart, row, k, end, ranges);
      k += 4;
      continue;
    }
    if (matrix[row + k] !== 0) {
      const multiple = (matrix[row + k] *= inverseDiagonal[k]);
      const source = rowStart[k];
      for (let j = k + 1; j < end; j++) matrix[row + j] -= multiple * matrix[source + j];
      for (let r = 0; r < ranges.length; r += 2) {
        const stop = ranges[r + 1];
        for (let j = ranges[r]; j < stop; j++) matrix[row + j] -= multiple * matrix[source + j];
      }
    }
    k++;
  }
}

function eliminateFour(
  matrix: Float64Array,
  inverseDiagonal: Float64Array,
  rowStart: Int32Array,
  row: number,
  k: number,
  end: number,
  ranges: Int32Array,
): void {
  const at = row + k;
  if (matrix[at] === 0 && matrix[at + 1] === 0 && matrix[at + 2] === 0 && matrix[at + 3] === 0) return;
  const [a, b, c, d] = [rowStart[k], rowStart[k + 1], rowStart[k + 2], rowStart[k + 3]];
  const ma = matrix[at] * inverseDiagonal[k];
  const mb = (matrix[at + 1] - ma * matrix[a + k + 1]) * inverseDiagonal[k + 1];
  const mc = (matrix[at + 2] - ma * matrix[a + k + 2] - mb * matrix[b + k + 2]) * inverseDiagonal[k + 2];
  const md =
    (matrix[at + 3] - ma * matrix[a + k + 3] - mb * matrix[b + k + 3] - mc * matrix[c + k + 3]) *
    inverseDiagonal[k + 3];
  matrix[at] = ma;
  matrix[at + 1] = mb;
  matrix[at + 2] = mc;
  matrix[at + 3] = md;
  for (let j = k + 4; j < end; j++)
    matrix[row + j] -= ma * matrix[a + j] + mb * matrix[b + j] + (mc * matrix[c + j] + md * matrix[d + j]);
  for (let r = 0; r < ranges.length; r += 2) {
    const stop = ranges[r + 1];
    for (let j = ranges[r]; j < stop; j++)
      matrix[row + j] -= ma * matrix[a + j] + mb * matrix[b + j] + (mc * matrix[c + j] + md * matrix[d + j]);
  }
}

/** Solves for right-hand sides in the natural order of origins, in place. */
export function solveFactor(
  { structure, layout, matrix, inverseDiagonal }: Factor,
  b: Float64Array,
  work: Float64Array,
): void {
  const { rowStart, blocksOnly } = layout;
  const width = structure.origins;
  const { originAt, goodStart, goodOrder, fill, lower } = structure;
  for (let i = 0; i < width; i++) work[i] = b[originAt[i]];
  for (let place = 0; place < goodOrder.length; place++) {
    const ranges = lower[place];
    for (let i = goodStart[place]; i < goodStart[place + 1]; i++) {
      const row = rowStart[i];
      let sum = work[i];
      if (!blocksOnly) {
        for (let r = 0; r < ranges.length; r += 2) {
          const stop = ranges[r + 1];
          for (let j = ranges[r]; j < stop; j++) sum -= matrix[row + j] * work[j];
        }
      }
      for (let j = goodStart[place]; j < i; j++) sum -= matrix[row + j] * work[j];
      work[i] = sum;
    }
  }
  for (let place = goodOrder.length - 1; place >= 0; place--) {
    const ranges = fill[place];
    const end = goodStart[place + 1];
    for (let i = end - 1; i >= goodStart[place]; i--) {
      const row = rowStart[i];
      let sum = work[i];
      for (let j = i + 1; j < end; j++) sum -= matrix[row + j] * work[j];
      if (!blocksOnly) {
        for (let r = 0; r < ranges.length; r += 2) {
          const stop = ranges[r + 1];
          for (let j = ranges[r]; j < stop; j++) sum -= matrix[row + j] * work[j];
        }
      }
      work[i] = sum * inverseDiagonal[i];
    }
  }
  for (let i = 0; i < width; i++) b[originAt[i]] = work[i];
}

/** The same for `count` right-hand sides at once, kept at [position·count + column], in place. */
export function solveFactorMany(
  { structure, layout, matrix, inverseDiagonal }: Factor,
  b: Float64Array,
  count: number,
): void {
  const { rowStart, blocksOnly } = layout;
  const { goodStart, goodOrder, fill, lower } = structure;
  const subtract = (i: number, from: number, to: number): void => {
    const row = rowStart[i];
    let j = from;
    for (; j + 3 < to; j += 4) subtractFour(matrix, row + j, b, i * count, j * count, count);
    for (; j < to; j++) {
      const multiple = matrix[row + j];
      if (multiple === 0) continue;
      for (let c = 0; c < count; c++) b[i * count + c] -= multiple * b[j * count + c];
    }
  };
  for (let place = 0; place < goodOrder.length; place++) {
    const ranges = blocksOnly ? none : lower[place];
    for (let i = goodStart[place]; i < goodStart[place + 1]; i++) {
      for (let r = 0; r < ranges.length; r += 2) subtract(i, ranges[r], ranges[r + 1]);
      subtract(i, goodStart[place], i);
    }
  }
  for (let place = goodOrder.length - 1; place >= 0; place--) {
    const ranges = blocksOnly ? none : fill[place];
    for (let i = goodStart[place + 1] - 1; i >= goodStart[place]; i--) {
      subtract(i, i + 1, goodStart[place + 1]);
      for (let r = 0; r < ranges.length; r += 2) subtract(i, ranges[r], ranges[r + 1]);
      for (let c = 0; c < count; c++) b[i * count + c] *= inverseDiagonal[i];
    }
  }
}

/** Takes four neighbouring rows, by the four entries of the matrix that begin at `entry`, from the row at `at`. */
function subtractFour(
  matrix: Float64Array,
  entry: number,
  b: Float64Array,
  at: number,
  source: number,
  count: number,
): void {
  const [one, two, three, four] = [matrix[entry], matrix[entry + 1], matrix[entry + 2], matrix[entry + 3]];
  if (one === 0 && two === 0 && three === 0 && four === 0) return;
  const [second, third, fourth] = [source + count, source + 2 * count, source + 3 * count];
  for (let c = 0; c < count; c++)
    b[at + c] -= one * b[source + c] + two * b[second + c] + (three * b[third + c] + four * b[fourth + c]);
}
