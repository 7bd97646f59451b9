/** y = J·v and z ≈ J⁻¹·v; both read the first and write the second. */
export type Operator = (input: Float64Array, output: Float64Array) => void;

export interface KrylovResult {
  readonly iterations: number;
  /** Norm of what is left, relative to the right-hand side. */
  readonly left: number;
}

/** GMRES with right preconditioning (Saad 2003, §9.3.2): solves J·d = rhs into d, from d = 0, in at most `most` products. */
export function gmres(
  apply: Operator,
  precondition: Operator,
  rhs: Float64Array,
  d: Float64Array,
  target: number,
  most: number,
): KrylovResult {
  const n = rhs.length;
  const basis: Float64Array[] = [rhs.slice()];
  const size = norm(rhs);
  d.fill(0);
  if (size === 0) return { iterations: 0, left: 0 };
  scale(basis[0], 1 / size);
  const hessenberg: Float64Array[] = [];
  const [cosines, sines, g] = [new Float64Array(most), new Float64Array(most), new Float64Array(most + 1)];
  g[0] = size;
  const work = new Float64Array(n);
  let used = 0;
  while (used < most) {
    const k = used;
    precondition(basis[k], work);
    const next = new Float64Array(n);
    apply(work, next);
    const column = new Float64Array(k + 2);
    for (let i = 0; i <= k; i++) {
      column[i] = dot(next, basis[i]);
      axpy(next, -column[i], basis[i]);
    }
    column[k + 1] = norm(next);
    basis.push(next);
    if (column[k + 1] > 0) scale(next, 1 / column[k + 1]);
    for (let i = 0; i < k; i++) {
      const above = cosines[i] * column[i] + sines[i] * column[i + 1];
      column[i + 1] = cosines[i] * column[i + 1] - sines[i] * column[i];
      column[i] = above;
    }
    const length = Math.sqrt(column[k] * column[k] + column[k + 1] * column[k + 1]);
    cosines[k] = length === 0 ? 1 : column[k] / length;
    sines[k] = length === 0 ? 0 : column[k + 1] / length;
    column[k] = length;
    g[k + 1] = -sines[k] * g[k];
    g[k] *= cosines[k];
    hessenberg.push(column);
    used += 1;
    if (Math.abs(g[used]) <= target * size || length === 0) break;
  }
  const combined = new Float64Array(n);
  for (let i = used - 1; i >= 0; i--) {
    for (let j = i + 1; j < used; j++) g[i] -= hessenberg[j][i] * g[j];
    g[i] = hessenberg[i][i] === 0 ? 0 : g[i] / hessenberg[i][i];
    axpy(combined, g[i], basis[i]);
  }
  precondition(combined, d);
  return { iterations: used, left: Math.abs(g[used]) / size };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

function axpy(y: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] += factor * x[i];
}

function scale(y: Float64Array, factor: number): void {
  for (let i = 0; i < y.length; i++) y[i] *= factor;
}
