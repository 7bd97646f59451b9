/**
 * A mixed complementarity problem: find lower ≤ x ≤ upper such that F_i(x) ≥ 0 where x_i is at its lower bound,
 * F_i(x) = 0 between the bounds, and F_i(x) ≤ 0 at its upper bound.
 *
 * The Jacobian is sparse, stored by rows; its pattern never changes and holds every diagonal entry.
 */
export interface MixedComplementarityProblem {
  readonly size: number;
  /** −Infinity where there is no bound. */
  readonly lower: Float64Array;
  /** +Infinity where there is no bound. */
  readonly upper: Float64Array;
  /** A first guess, length `size`. */
  readonly start: Float64Array;
  /** True when F is affine, so that its Jacobian is constant. */
  readonly affine: boolean;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  /** Writes F(x). */
  residual(x: Float64Array, out: Float64Array): void;
  /** Writes the entries of the Jacobian at x, in the order of `column`. */
  jacobian(x: Float64Array, out: Float64Array): void;
}

/**
 * max_i |x_i − mid(lower_i, x_i − F_i, upper_i)|, zero exactly at a solution; written as mid(x − lower, F, x − upper), so
 * that F is not lost beside a large x.
 */
export function naturalResidual(
  problem: Pick<MixedComplementarityProblem, "size" | "lower" | "upper">,
  x: Float64Array,
  f: Float64Array,
): number {
  let largest = 0;
  for (let i = 0; i < problem.size; i++) {
    const gap = Math.abs(Math.min(x[i] - problem.lower[i], Math.max(f[i], x[i] - problem.upper[i])));
    if (!(gap <= largest)) largest = gap;
  }
  return largest;
}
