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
  const physical = new Float64Array(size);
  const expand = (x: Float64Array) => {
    for (let i = 0; i < size; i++) physical[i] = x[i] * unit[i];
    return physical;
  };
  return {
    ...problem,
    lower: problem.lower.map((value, i) => value / unit[i]),
    upper: problem.upper.map((value, i) => value / unit[i]),
    start: problem.start.map((value, i) => value / unit[i]),
    residual(x, out) {
      problem.residual(expand(x), out);
      for (let i = 0; i < size; i++) out[i] = out[i] / rowUnit[i];
    },
    jacobian(x, out) {
      problem.jacobian(expand(x), out);
      for (let i = 0; i < size; i++) {
        for (let k = rowStart[i]; k < rowStart[i + 1]; k++) out[k] = (out[k] * unit[column[k]]) / rowUnit[i];
      }
    },
  };
}
