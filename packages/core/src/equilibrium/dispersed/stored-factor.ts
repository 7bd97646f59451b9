import type { StartPoint } from "../../market/market.js";
import { trueWedges } from "./blend.js";
import { factorise } from "./factor.js";
import { assemble } from "./jacobian.js";
import { emptyBorder } from "./direct-step.js";
import { logWeights } from "./log-equations.js";
import type { LinearModel } from "./linear-model.js";
import type { Solver } from "./solver.js";

/** The price block of an answer, factored; plain arrays, so that it may be copied to another thread. */
export interface StoredFactor {
  readonly kind: "dispersed-factor";
  readonly position: Int32Array;
  readonly bound: Uint8Array;
  readonly matrix: Float64Array;
  readonly inverseDiagonal: Float64Array;
  readonly sign: number;
  /** Sales of each origin, t/y. */
  readonly weight: Float64Array;
}

/** Factors the price block at the answer, where the market was last evaluated. */
export function keepFactor(solver: Solver): StoredFactor {
  const { problem, space, x, side } = solver;
  const width = problem.market.origins.count;
  const bound = Uint8Array.from({ length: width }, (_, o) => (side[o] === 0 ? 0 : 1));
  const matrix = new Float64Array(space.layout.size);
  const inverseDiagonal = new Float64Array(width);
  assemble(problem, space, trueWedges, x, bound, matrix, space.layout);
  const { sign } = factorise(space.structure, space.layout, matrix, inverseDiagonal);
  return {
    kind: "dispersed-factor",
    position: space.structure.position,
    bound,
    matrix,
    inverseDiagonal,
    sign,
    weight: logWeights(solver).slice(0, width),
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
  if (stored.position.length !== structure.origins) return undefined;
  if (stored.position.some((place, o) => place !== structure.position[o])) return undefined;
  const { bound, matrix, inverseDiagonal, sign, weight } = stored;
  return {
    factor: { structure, layout: space.layout, matrix, inverseDiagonal, sign },
    bound,
    border: emptyBorder,
    weight: space.layout.blocksOnly ? undefined : paddedTo(problem.unknowns, weight),
  };
}

function paddedTo(length: number, values: Float64Array): Float64Array {
  const all = new Float64Array(length);
  all.set(values);
  return all;
}
