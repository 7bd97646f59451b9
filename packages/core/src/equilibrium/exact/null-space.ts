import type { MixedComplementarityProblem } from "./mixed-complementarity.js";
import type { NewtonSystem } from "./newton-system.js";

const PROXIMAL = 1e-7;
const FIXED = 1e30;

/**
 * How far each unknown can move without leaving the solution set: the size of its entry in the part of a fixed
 * irregular vector that lies in the null space of the Jacobian of the unknowns inside their bounds.
 *
 * @returns length `size`, zero for an unknown that cannot move, of order one for one that can.
 */
export function freedom(
  problem: MixedComplementarityProblem,
  system: NewtonSystem,
  x: Float64Array,
  inside: Uint8Array,
): Float64Array {
  const { size, column } = problem;
  const values = new Float64Array(column.length);
  const shift = new Float64Array(size);
  const right = new Float64Array(size);
  const out = new Float64Array(size);
  problem.jacobian(x, values);
  for (let i = 0; i < size; i++) {
    shift[i] = inside[i] ? PROXIMAL : FIXED;
    right[i] = inside[i] ? irregular(i) : 0;
  }
  if (!system.factor(values, shift)) return out;
  for (let round = 0; round < 2; round++) {
    system.solve(right, out);
    for (let i = 0; i < size; i++) right[i] = inside[i] ? out[i] * PROXIMAL : 0;
  }
  return right.map(Math.abs);
}

/** Between ½ and 1½, without a pattern that a network could cancel. */
function irregular(i: number): number {
  return 0.5 + (((i + 1) * 0.6180339887498949) % 1);
}
