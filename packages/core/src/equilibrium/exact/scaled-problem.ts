import type { MixedComplementarityProblem } from "./mixed-complementarity.js";

/**
 * The same problem in units near one: x = unit · x̂ and F̂ = F / rowUnit. Positive units leave the solutions as they are.
 */
export function scaleProblem(
  problem: MixedComplementarityProblem,
  unit: Float64Array,
  rowUnit: Float64Array,
): MixedComplementarityProblem {
  const { size, rowStart, column } = problem;
  const bounds = {
    lower: problem.lower.map((value, i) => value / unit[i]),
    upper: problem.upper.map((value, i) => value / unit[i]),
    start: problem.start.map((value, i) => value / unit[i]),
  };
  const scaleJacobian = (out: Float64Array) => {
    for (let i = 0; i < size; i++) {
      const byRow = 1 / rowUnit[i];
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) out[k] *= unit[column[k]] * byRow;
    }
  };
  if (problem.affine) return { ...problem, ...bounds, ...affineFunctions(problem, rowUnit, scaleJacobian) };
  const physical = new Float64Array(size);
  const expand = (x: Float64Array) => {
    for (let i = 0; i < size; i++) physical[i] = x[i] * unit[i];
    return physical;
  };
  return {
    ...problem,
    ...bounds,
    residual(x, out) {
      problem.residual(expand(x), out);
      for (let i = 0; i < size; i++) out[i] = out[i] / rowUnit[i];
    },
    jacobian(x, out) {
      problem.jacobian(expand(x), out);
      scaleJacobian(out);
    },
  };
}

/** F = constants + M·x with both scaled once. */
function affineFunctions(
  problem: MixedComplementarityProblem,
  rowUnit: Float64Array,
  scale: (matrix: Float64Array) => void,
) {
  const { size, rowStart, column } = problem;
  const constants = new Float64Array(size);
  problem.residual(new Float64Array(size), constants);
  for (let i = 0; i < size; i++) constants[i] /= rowUnit[i];
  const matrix = new Float64Array(column.length);
  problem.jacobian(constants, matrix);
  scale(matrix);
  return {
    residual(x: Float64Array, out: Float64Array) {
      for (let i = 0; i < size; i++) {
        let sum = constants[i];
        for (let k = rowStart[i]; k < rowStart[i + 1]; k++) sum += matrix[k] * x[column[k]];
        out[i] = sum;
      }
    },
    jacobian(_: Float64Array, out: Float64Array) {
      out.set(matrix);
    },
  };
}
