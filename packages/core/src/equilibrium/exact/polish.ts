import { naturalResidual, type MixedComplementarityProblem } from "./mixed-complementarity.js";
import type { InteriorPoint } from "./interior-point.js";
import type { NewtonSystem } from "./newton-system.js";

export interface Polished {
  readonly x: Float64Array;
  /** Natural residual of `x` in the problem's units. */
  readonly residual: number;
  /** 1 where the unknown lies inside its bounds, 0 where it stands at one. */
  readonly inside: Uint8Array;
}

/** Small enough to leave a consistent singular system solvable, large enough to keep its factors accurate. */
const PROXIMAL = 1e-9;
/** Stands for "does not move" on the diagonal of an unknown at its bound. */
const FIXED = 1e30;
const MAX_ROUNDS = 25;
/** Newton steps in a row that may fail to take a quarter off the residual before the guess itself is revised. */
const MAX_WORSE = 5;
/** Further steps do not lower a residual below this, in units near one. */
const ROUNDING = 1e-15;

/**
 * From a nearby interior point to an accurate solution: guesses which unknowns stand at a bound, solves F = 0 for the
 * others by proximal Newton steps, and revises the guess until it agrees with the signs (a primal–dual active-set method).
 * Returns undefined when the guesses do not settle.
 */
export function polish(
  problem: MixedComplementarityProblem,
  system: NewtonSystem,
  point: InteriorPoint,
  tolerance: number,
): Polished | undefined {
  const work = new ActiveSet(problem, system, point);
  let best = work.atBounds();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (!work.solveInside(tolerance * 1e-3)) break;
    const residual = work.clampedResidual();
    if (residual < best.residual) best = { x: work.clamped.slice(), residual, inside: work.inside() };
    if (!work.revise(tolerance)) break;
  }
  return best.residual <= tolerance ? best : undefined;
}

class ActiveSet {
  readonly clamped: Float64Array;
  private readonly x: Float64Array;
  private readonly f: Float64Array;
  private readonly step: Float64Array;
  private readonly right: Float64Array;
  private readonly shift: Float64Array;
  private readonly values: Float64Array;
  /** −1 at the lower bound, 1 at the upper, 0 inside. */
  private readonly side: Int8Array;
  private readonly resting: Float64Array;

  constructor(
    private readonly problem: MixedComplementarityProblem,
    private readonly system: NewtonSystem,
    { x, z, w }: InteriorPoint,
  ) {
    const { size, lower, upper, column } = problem;
    this.x = x.slice();
    this.clamped = x.slice();
    this.resting = new Float64Array(size);
    [this.f, this.step, this.right, this.shift] = Array.from({ length: 4 }, () => new Float64Array(size)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.values = new Float64Array(column.length);
    this.side = new Int8Array(size);
    for (let i = 0; i < size; i++) {
      if (x[i] - lower[i] < z[i] || upper[i] <= lower[i]) this.side[i] = -1;
      else if (upper[i] - x[i] < w[i]) this.side[i] = 1;
    }
  }

  /** The interior point, its unknowns near a bound moved onto it. */
  atBounds(): Polished {
    const { problem, x, side } = this;
    for (let i = 0; i < x.length; i++)
      if (side[i] !== 0) x[i] = side[i] < 0 ? problem.lower[i] : problem.upper[i];
    const residual = this.clampedResidual();
    return { x: this.clamped.slice(), residual, inside: this.inside() };
  }

  inside(): Uint8Array {
    const inside = new Uint8Array(this.side.length);
    for (let i = 0; i < inside.length; i++) if (this.side[i] === 0) inside[i] = 1;
    return inside;
  }

  /** Newton steps on the unknowns inside, while they help; the others rest at their bounds. False where no step is left. */
  solveInside(tolerance: number): boolean {
    const { problem, system, x, f, step, right, shift, values, side } = this;
    for (let i = 0; i < x.length; i++) {
      if (side[i] !== 0) x[i] = side[i] < 0 ? problem.lower[i] : problem.upper[i];
      shift[i] = side[i] === 0 ? PROXIMAL : FIXED;
    }
    let last = Infinity;
    let worse = 0;
    for (let iteration = 0; iteration < 40; iteration++) {
      problem.residual(x, f);
      const size = this.insideResidual();
      if (!Number.isFinite(size)) return false;
      if (size <= tolerance && (size > 0.1 * last || size < ROUNDING)) return true;
      worse = size > 0.75 * last ? worse + 1 : 0;
      if (problem.affine && iteration > 6 && worse > 0) return size < 1e-6;
      if (worse > MAX_WORSE) return true;
      last = Math.min(last, size);
      if (iteration === 0 || !problem.affine) {
        problem.jacobian(x, values);
        if (!system.factor(values, shift)) return false;
      }
      for (let i = 0; i < x.length; i++) right[i] = side[i] === 0 ? -f[i] : 0;
      system.solve(right, step);
      this.moveInside();
      if (size === 0) return true;
    }
    return true;
  }

  /** The full step, cut where a nonlinear F would lose its meaning far outside the bounds. */
  private moveInside(): void {
    const { problem, x, step, side } = this;
    let length = 1;
    if (!problem.affine) {
      for (let i = 0; i < x.length; i++) {
        if (side[i] !== 0) continue;
        if (step[i] < 0 && x[i] > problem.lower[i])
          length = Math.min(length, cut(x[i] - problem.lower[i], -step[i]));
        if (step[i] > 0 && x[i] < problem.upper[i])
          length = Math.min(length, cut(problem.upper[i] - x[i], step[i]));
      }
    }
    for (let i = 0; i < x.length; i++) if (side[i] === 0) x[i] += length * step[i];
  }

  private insideResidual(): number {
    let largest = 0;
    for (let i = 0; i < this.f.length; i++) {
      if (this.side[i] !== 0) continue;
      const size = Math.abs(this.f[i]);
      if (!(size <= largest)) largest = size;
    }
    return largest;
  }

  clampedResidual(): number {
    const { problem, x, clamped, f } = this;
    for (let i = 0; i < x.length; i++)
      clamped[i] = Math.min(problem.upper[i], Math.max(problem.lower[i], x[i]));
    problem.residual(clamped, f);
    return naturalResidual(problem, clamped, f);
  }

  /** Moves unknowns whose sign is wrong; false when none is. */
  revise(tolerance: number): boolean {
    const { problem, x, f, side } = this;
    let changed = false;
    for (let i = 0; i < x.length; i++) {
      if (problem.upper[i] <= problem.lower[i]) continue;
      const before = side[i];
      if (before === 0 && x[i] < problem.lower[i] - tolerance * 1e-3) side[i] = -1;
      else if (before === 0 && x[i] > problem.upper[i] + tolerance * 1e-3) side[i] = 1;
      else if (before < 0 && f[i] < -tolerance * 1e-2) side[i] = 0;
      else if (before > 0 && f[i] > tolerance * 1e-2) side[i] = 0;
      if (side[i] !== before) changed = true;
    }
    return changed;
  }
}

function cut(room: number, step: number): number {
  return step > room ? Math.max(0.9 * (room / step), 0) || 0.1 : 1;
}
