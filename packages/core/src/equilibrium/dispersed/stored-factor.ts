import type { StartPoint } from "../../market/market.js";
import { trueWedges } from "./blend.js";
import { emptyBorder } from "./direct-step.js";
import { linearise, type LinearModel } from "./linear-model.js";
import type { Solver } from "./solver.js";

/** The price block of an answer, factored; plain arrays, so that it may be copied to another thread. */
export interface StoredFactor {
  readonly kind: "dispersed-factor";
  readonly position: Int32Array;
  readonly bound: Uint8Array;
  readonly matrix: Float64Array;
  readonly inverseDiagonal: Float64Array;
  readonly sign: number;
  /** Sales of each origin where it was made, t/y; 0 where differences are kept. */
  readonly weight: Float64Array;
}

/** The model that led to the answer, or one made there: where the market was last evaluated. */
export function keepFactor(solver: Solver, model: LinearModel | undefined): StoredFactor {
  const { structure } = solver.problem;
  const { factor, bound, weight } = model ?? linearise(solver, trueWedges, 0);
  const own = factor.matrix === solver.matrix;
  return {
    kind: "dispersed-factor",
    position: structure.position,
    bound: bound === solver.bound ? bound.slice() : bound,
    matrix: own ? factor.matrix.slice() : factor.matrix,
    inverseDiagonal: own ? factor.inverseDiagonal.slice() : factor.inverseDiagonal,
    sign: factor.sign,
    weight: weight?.slice(0, structure.origins) ?? new Float64Array(structure.origins),
  };
}

/** A start's factor as a model, if it is of this structure; its rents are put around it when they are known. */
export function storedModel(
  { problem, space }: Solver,
  start: StartPoint | undefined,
): LinearModel | undefined {
  const stored = start?.factor as StoredFactor | undefined;
  if (stored?.kind !== "dispersed-factor") return undefined;
  const { structure } = problem;
  if (!sameOrder(stored.position, structure.position)) return undefined;
  const { bound, matrix, inverseDiagonal, sign, weight } = stored;
  return {
    factor: { structure, layout: space.layout, matrix, inverseDiagonal, sign },
    bound,
    border: emptyBorder,
    weight: space.layout.blocksOnly ? undefined : paddedTo(problem.unknowns, weight),
  };
}

function sameOrder(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((place, o) => place === b[o]));
}

function paddedTo(length: number, values: Float64Array): Float64Array {
  const all = new Float64Array(length);
  all.set(values);
  return all;
}
