import { BoundSide } from "./bound-side.js";
import type { MixedComplementarityProblem } from "./mixed-complementarity.js";
import type { NewtonSystem } from "./newton-system.js";

/** A point of the interior-point method: x strictly between its bounds, with positive multipliers of both bounds. */
export interface InteriorPoint {
  readonly x: Float64Array;
  /** Multipliers of the lower bounds, zero where there is none. */
  readonly z: Float64Array;
  /** Multipliers of the upper bounds, zero where there is none. */
  readonly w: Float64Array;
}

export interface InteriorPointOptions {
  readonly maxIterations: number;
  /** Distance of the first point from a bound, in the problem's own (scaled) units. */
  readonly distance: number;
  /** Called after each iteration with the mean complementarity product and the largest residual; true ends the search. */
  readonly accept: (point: InteriorPoint, gap: number, residual: number) => boolean;
  /** True when the search must stop at once. */
  readonly stop: () => boolean;
}

export interface InteriorPointResult {
  readonly status: "accepted" | "stalled" | "stopped";
  readonly iterations: number;
  readonly point: InteriorPoint;
}

/** Stands for "does not move" on the diagonal of an unknown whose bounds coincide. */
const FIXED = 1e30;
/** Keeps singular systems solvable; the error it makes in a step is corrected by the next residual. */
const PROXIMAL = 1e-10;
/** The complementarity gap waits where the residual of a curved F is larger than it by this factor. */
const MAX_LAG = 1e3;
/** Residuals below this are taken as rounding and do not hold up the gap. */
const ROUNDING = 1e-9;
const STEP_FRACTION = 0.995;
/** First multipliers relative to the distance; measured on random trade networks, where 1 takes a quarter more steps. */
const FIRST_MULTIPLIER = 0.1;

/**
 * Infeasible primal–dual interior-point method with Mehrotra's predictor and corrector, for monotone mixed
 * complementarity problems (Wright, Primal–Dual Interior-Point Methods, 1997, ch. 8).
 * Its limit is a most interior solution, so that alternatives show as a singular Jacobian of the unknowns inside their bounds.
 */
export function interiorPoint(
  problem: MixedComplementarityProblem,
  system: NewtonSystem,
  options: InteriorPointOptions,
): InteriorPointResult {
  const search = new Search(problem, system, options.distance);
  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    if (options.stop()) return { status: "stopped", iterations: iteration, point: search };
    if (options.accept(search, search.gap(), search.residual()))
      return { status: "accepted", iterations: iteration, point: search };
    if (!search.step()) return { status: "stalled", iterations: iteration, point: search };
  }
  return { status: "stalled", iterations: options.maxIterations, point: search };
}

class Search implements InteriorPoint {
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly w: Float64Array;
  private readonly f: Float64Array;
  private readonly values: Float64Array;
  private readonly shift: Float64Array;
  private readonly right: Float64Array;
  private readonly dx: Float64Array;
  private readonly below: BoundSide;
  private readonly above: BoundSide;
  /** Unknowns whose bounds leave no room; they do not move and their F counts as 0. */
  private readonly fixed: Int32Array;
  private lastStep = 1;
  private tinySteps = 0;
  private largest = 0;
  private meanProduct = 0;

  constructor(
    private readonly problem: MixedComplementarityProblem,
    private readonly system: NewtonSystem,
    distance: number,
  ) {
    const { size, start, column, lower, upper } = problem;
    const chosen = (of: (i: number) => boolean) => Int32Array.from(indicesWhere(size, of));
    this.fixed = chosen((i) => upper[i] <= lower[i]);
    const vector = () => new Float64Array(size);
    [this.x, this.f, this.shift] = [vector(), vector(), vector()];
    [this.right, this.dx] = [vector(), vector()];
    this.values = new Float64Array(column.length);
    for (let i = 0; i < size; i++)
      this.x[i] = upper[i] <= lower[i] ? lower[i] : interiorStart(start[i], lower[i], upper[i], distance);
    const first = FIRST_MULTIPLIER * distance;
    const room = (i: number) => upper[i] > lower[i];
    this.below = new BoundSide(
      chosen((i) => lower[i] > -Infinity && room(i)),
      lower,
      1,
      first,
    );
    this.above = new BoundSide(
      chosen((i) => upper[i] < Infinity && room(i)),
      upper,
      -1,
      first,
    );
    [this.z, this.w] = [this.below.multiplier, this.above.multiplier];
    problem.jacobian(problem.affine ? start : this.x, this.values);
    this.evaluate();
  }

  /** Mean complementarity product. */
  gap(): number {
    return this.meanProduct;
  }

  /** Largest |F − z + w|. */
  residual(): number {
    return this.largest;
  }

  private evaluate(): void {
    const { problem, x, z, w, f, fixed, below, above } = this;
    problem.residual(x, f);
    for (const i of fixed) f[i] = 0;
    let largest = 0;
    for (let i = 0; i < f.length; i++) {
      const size = Math.abs(f[i] - z[i] + w[i]);
      if (!(size <= largest)) largest = size;
    }
    this.largest = largest;
    this.meanProduct = this.mean(below.products(x) + above.products(x));
  }

  private mean(sum: number): number {
    const pairs = this.below.index.length + this.above.index.length;
    return pairs === 0 ? 0 : sum / pairs;
  }

  /** One predictor and corrector step; false when no further progress is possible. */
  step(): boolean {
    const { problem, values, shift, below, above, x, dx } = this;
    if (!problem.affine) problem.jacobian(x, values);
    shift.fill(PROXIMAL);
    for (const i of this.fixed) shift[i] = FIXED;
    below.prepare(x, shift);
    above.prepare(x, shift);
    if (!this.system.factor(values, shift)) return false;
    const gap = this.meanProduct;
    const affine = Math.min(1, this.direction(0));
    const after = this.mean(below.productsAfter(x, dx, affine) + above.productsAfter(x, dx, affine));
    const ratio = gap > 0 ? Math.max(0, after / gap) : 0;
    const behind = this.largest > Math.max(MAX_LAG * gap, ROUNDING);
    const centring = behind ? 1 : Math.max(ratio * ratio * ratio, this.lastStep < 0.1 ? 0.5 : 0);
    below.keepProducts(dx);
    above.keepProducts(dx);
    this.lastStep = this.move(Math.min(1, STEP_FRACTION * this.direction(centring * gap)));
    this.tinySteps = this.lastStep < 1e-6 ? this.tinySteps + 1 : 0;
    return this.lastStep > 0 && this.tinySteps < 4;
  }

  /** The Newton direction to complementarity products of `target`; returns the step at which a bound is met. */
  private direction(target: number): number {
    const { f, right, dx, below, above } = this;
    for (let i = 0; i < f.length; i++) right[i] = -f[i];
    below.addTarget(target, right);
    above.addTarget(target, right);
    this.system.solve(right, dx);
    return 1 / Math.max(below.turn(target, dx), above.turn(target, dx));
  }

  /** Moves along the direction; a nonlinear F may shorten the step where it grows wildly. Returns the step taken. */
  private move(longest: number): number {
    const { problem, dx } = this;
    if (Number.isNaN(longest) || !allFinite(dx)) return 0;
    const before = this.largest + this.meanProduct;
    let taken = 0;
    for (let step = longest, tries = 0; tries < 12; step *= 0.5, tries++) {
      this.shiftBy(step - taken);
      taken = step;
      this.evaluate();
      const after = this.largest + this.meanProduct;
      if (after <= 10 * before || (problem.affine && after < Infinity) || (tries === 11 && after < Infinity))
        break;
    }
    return taken;
  }

  private shiftBy(step: number): void {
    const { x, dx, below, above } = this;
    for (let i = 0; i < x.length; i++) x[i] += step * dx[i];
    below.move(step);
    above.move(step);
  }
}

function indicesWhere(size: number, holds: (i: number) => boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < size; i++) if (holds(i)) indices.push(i);
  return indices;
}

function allFinite(values: Float64Array): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] - values[i];
  return sum === 0;
}

/** The guess where it lies well inside the bounds, else a point at the given distance from a bound. */
function interiorStart(guess: number, lower: number, upper: number, distance: number): number {
  if (lower === -Infinity && upper === Infinity) return guess;
  const wanted = lower === -Infinity ? upper - guess : guess - lower;
  const depth = wanted > 0 ? wanted * distance : distance;
  if (upper === Infinity) return lower + depth;
  if (lower === -Infinity) return upper - depth;
  const margin = Math.min(depth, (upper - lower) / 4);
  return lower + margin;
}
