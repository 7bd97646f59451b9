/**
 * Spearman's rank correlation of two samples of the same length, −1 … 1; equal values share the mean of their ranks. 0 where a sample
 * does not vary (Spearman 1904).
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  let [both, own, other] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i] - mean, y[i] - mean];
    both += dx * dy;
    own += dx * dx;
    other += dy * dy;
  }
  return own === 0 || other === 0 ? 0 : both / Math.sqrt(own * other);
}

function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i] - values[j] || i - j);
  const found = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let k = first; k <= last; k++) found[order[k]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return found;
}
