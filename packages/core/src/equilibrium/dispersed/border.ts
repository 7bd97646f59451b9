/** LU of a small dense matrix with row exchanges; a vanishing pivot leaves its unknown at 0. */
export interface DenseFactor {
  readonly size: number;
  /** Row-major factors. */
  readonly matrix: Float64Array;
  readonly order: Int32Array;
  /** Sign of the determinant. */
  readonly sign: number;
}

/** Factors in place. */
export function factorDense(matrix: Float64Array, size: number): DenseFactor {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  let sign = 1;
  for (let k = 0; k < size; k++) {
    const best = largestBelow(matrix, size, k);
    if (best !== k) {
      sign = -sign;
      [order[k], order[best]] = [order[best], order[k]];
      swapRows(matrix, size, k, best);
    }
    const pivot = matrix[k * size + k];
    if (pivot === 0) continue;
    if (pivot < 0) sign = -sign;
    for (let i = k + 1; i < size; i++) {
      const row = i * size;
      if (matrix[row + k] === 0) continue;
      const multiple = (matrix[row + k] /= pivot);
      for (let j = k + 1; j < size; j++) matrix[row + j] -= multiple * matrix[k * size + j];
    }
  }
  return { size, matrix, order, sign };
}

function largestBelow(matrix: Float64Array, size: number, k: number): number {
  let best = k;
  for (let i = k + 1; i < size; i++)
    if (Math.abs(matrix[i * size + k]) > Math.abs(matrix[best * size + k])) best = i;
  return best;
}

function swapRows(matrix: Float64Array, size: number, a: number, b: number): void {
  for (let j = 0; j < size; j++) {
    const kept = matrix[a * size + j];
    matrix[a * size + j] = matrix[b * size + j];
    matrix[b * size + j] = kept;
  }
}

/** The solution for a right-hand side. */
export function solveDense({ size, matrix, order }: DenseFactor, b: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = b[order[i]];
    for (let j = 0; j < i; j++) if (matrix[j * size + j] !== 0) sum -= matrix[i * size + j] * x[j];
    x[i] = sum;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i];
    for (let j = i + 1; j < size; j++) sum -= matrix[i * size + j] * x[j];
    x[i] = matrix[i * size + i] === 0 ? 0 : sum / matrix[i * size + i];
  }
  return x;
}
