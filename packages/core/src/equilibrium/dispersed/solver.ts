import { Anderson } from "./anderson.js";
import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/** One solve's own arrays and counts. */
export interface Solver {
  readonly problem: Problem;
  readonly space: Workspace;
  readonly tolerance: number;
  readonly stop: () => boolean;
  /** Whether a rough search and shorter steps may help Newton on; not along the path, where its own steps descend. */
  rough: boolean;
  /** Whether equations are taken in logarithms; not where that has led astray. */
  logarithmic: boolean;
  /** Whether plants that must open are linearised at their cut. */
  opening: boolean;
  /** Longest step of a price relative to itself; moves with the search. */
  reach: number;
  readonly counts: { iterations: number; factorisations: number; products: number };
  readonly x: Float64Array;
  readonly f: Float64Array;
  readonly next: Float64Array;
  readonly residual: Float64Array;
  readonly side: Int8Array;
  readonly d: Float64Array;
  readonly rhs: Float64Array;
  readonly trial: Float64Array;
  readonly work: Float64Array;
  readonly supplyWeight: Float64Array;
  readonly bound: Uint8Array;
  readonly matrix: Float64Array;
  readonly inverseDiagonal: Float64Array;
  readonly anderson: Anderson;
  /** The model's own step where a step is accelerated. */
  readonly own: Float64Array;
}

export function createSolver(problem: Problem, space: Workspace, stop: () => boolean): Solver {
  const n = problem.unknowns;
  const origins = problem.market.origins.count;
  const reals = (length: number): Float64Array => new Float64Array(length);
  return {
    problem,
    space,
    tolerance: 5e-11,
    stop,
    rough: true,
    logarithmic: true,
    opening: true,
    reach: 1,
    counts: { iterations: 0, factorisations: 0, products: 0 },
    x: reals(n),
    f: reals(n),
    next: reals(n),
    residual: reals(n),
    side: new Int8Array(n),
    d: reals(n),
    rhs: reals(n),
    trial: reals(n),
    work: reals(n),
    supplyWeight: reals(origins),
    bound: new Uint8Array(origins),
    matrix: space.matrix,
    inverseDiagonal: reals(origins),
    anderson: new Anderson(problem.priceScale),
    own: reals(n),
  };
}
