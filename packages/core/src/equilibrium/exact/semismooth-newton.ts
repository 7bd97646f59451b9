import { naturalResidual, type MixedComplementarityProblem } from "./mixed-complementarity.js";
import type { NewtonSystem } from "./newton-system.js";
import { polish, type Polished } from "./polish.js";

const MAX_ITERATIONS = 200;

/**
 * Damped Newton method on the penalised Fischer–Burmeister equations (Chen, Chen and Kanzow 2000; Billups' form for two
 * bounds), for problems that the interior-point search cannot finish.
 */
export function semismoothNewton(
  problem: MixedComplementarityProblem,
  system: NewtonSystem,
  from: Float64Array,
  options: { readonly tolerance: number; readonly stop: () => boolean },
): { readonly iterations: number; readonly polished?: Polished } {
  const work = new Merit(problem, from);
  for (let iteration = 0; iteration < MAX_ITERATIONS && !options.stop(); iteration++) {
    const near = naturalResidual(problem, work.x, work.f);
    if (near < 1e-6) {
      const polished = polish(problem, system, work.interiorPoint(), options.tolerance);
      if (polished) return { iterations: iteration, polished };
    }
    if (!(near > 1e-14) || !work.advance(system)) return { iterations: iteration };
  }
  return { iterations: MAX_ITERATIONS };
}

class Merit {
  readonly x: Float64Array;
  readonly f: Float64Array;
  private readonly phi: Float64Array;
  private readonly values: Float64Array;
  private readonly shift: Float64Array;
  private readonly right: Float64Array;
  private readonly step: Float64Array;
  private readonly trial: Float64Array;
  private readonly weight: Float64Array;

  constructor(
    private readonly problem: MixedComplementarityProblem,
    from: Float64Array,
  ) {
    const { size, lower, upper, column } = problem;
    this.x = from.map((value, i) =>
      Math.min(upper[i], Math.max(lower[i], Number.isFinite(value) ? value : 0)),
    );
    const vector = () => new Float64Array(size);
    [this.f, this.phi, this.shift, this.right] = [vector(), vector(), vector(), vector()];
    [this.step, this.trial, this.weight] = [vector(), vector(), vector()];
    this.values = new Float64Array(column.length);
    problem.residual(this.x, this.f);
  }

  /** The multipliers that F stands for at x. */
  interiorPoint() {
    const { x, f } = this;
    return { x, z: f.map((v) => Math.max(v, 0)), w: f.map((v) => Math.max(-v, 0)) };
  }

  /** One step with a line search on ½|Φ|²; false when there is no descent. */
  advance(system: NewtonSystem): boolean {
    const { problem, x, f, phi, values, shift, right, step, trial } = this;
    problem.jacobian(x, values);
    const before = this.equations(x, f, true);
    for (let i = 0; i < x.length; i++) right[i] = -phi[i] / this.weight[i];
    if (!system.factor(values, shift)) return false;
    system.solve(right, step);
    for (let length = 1, tries = 0; tries < 30; tries++, length *= 0.5) {
      for (let i = 0; i < x.length; i++)
        trial[i] = Math.min(problem.upper[i], Math.max(problem.lower[i], x[i] + length * step[i]));
      problem.residual(trial, f);
      const after = this.equations(trial, f, false);
      if (after <= (1 - 1e-4 * length) * before) {
        x.set(trial);
        return true;
      }
    }
    problem.residual(x, f);
    return false;
  }

  private equations(x: Float64Array, f: Float64Array, derivatives: boolean): number {
    const { lower, upper, size } = this.problem;
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const [value, byX, byF] = boxFunction(x[i] - lower[i], upper[i] - x[i], f[i]);
      this.phi[i] = value;
      sum += value * value;
      if (!derivatives) continue;
      this.weight[i] = Math.max(byF, 1e-10);
      this.shift[i] = byX / this.weight[i] + 1e-12;
    }
    return 0.5 * sum;
  }
}

/** φ(below, φ(above, f)) and its derivatives by x and by f; zero exactly where the condition of one unknown holds. */
function boxFunction(below: number, above: number, f: number): [value: number, byX: number, byF: number] {
  let inner = f;
  let innerByX = 0;
  let innerByF = 1;
  if (above < Infinity) {
    const [value, byAbove, byMinusF] = fischerBurmeister(above, -f);
    inner = -value;
    innerByX = byAbove;
    innerByF = byMinusF;
  }
  if (below === Infinity) return [inner, innerByX, innerByF];
  const [value, byBelow, byInner] = fischerBurmeister(below, inner);
  return [value, byBelow + byInner * innerByX, byInner * innerByF];
}

function fischerBurmeister(a: number, b: number): [value: number, byA: number, byB: number] {
  const root = Math.sqrt(a * a + b * b);
  if (root === 0) return [0, 1 - Math.SQRT1_2, 1 - Math.SQRT1_2];
  const value = a + b > 0 ? (2 * a * b) / (a + b + root) : a + b - root;
  return [value, 1 - a / root, 1 - b / root];
}
