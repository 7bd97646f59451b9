/** Solves a small dense system with row exchanges, in place; a vanishing pivot leaves its unknown at 0. */
export function solveDense(matrix: Float64Array, n: number, b: Float64Array): number {
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(matrix[i * n + k]) > Math.abs(matrix[best * n + k])) best = i;
    if (best !== k) {
      sign = -sign;
      for (let j = 0; j < n; j++)
        [matrix[k * n + j], matrix[best * n + j]] = [matrix[best * n + j], matrix[k * n + j]];
      [b[k], b[best]] = [b[best], b[k]];
    }
    const pivot = matrix[k * n + k];
    if (pivot === 0) continue;
    if (pivot < 0) sign = -sign;
    for (let i = k + 1; i < n; i++) {
      const multiple = matrix[i * n + k] / pivot;
      if (multiple === 0) continue;
      for (let j = k + 1; j < n; j++) matrix[i * n + j] -= multiple * matrix[k * n + j];
      b[i] -= multiple * b[k];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let j = i + 1; j < n; j++) sum -= matrix[i * n + j] * b[j];
    b[i] = matrix[i * n + i] === 0 ? 0 : sum / matrix[i * n + i];
  }
  return sign;
}
