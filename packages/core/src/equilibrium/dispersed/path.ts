import { naturalResidual } from "./active-set.js";
import { freeze, trueWedges, type Blend } from "./blend.js";
import { evaluate } from "./evaluate.js";
import { determinantSign } from "./linear-model.js";
import { newton } from "./newton.js";
import type { Solver } from "./solver.js";

export interface PathResult {
  readonly state: "converged" | "stopped" | "stuck";
  readonly residual: number;
  /** True where the determinant of the Jacobian changed its sign on the way: the answer may not be the only one. */
  readonly turned: boolean;
}

const FIRST_STEP = 0.25;
const SHORTEST_STEP = 1 / 512;

/**
 * From solver.x: freezes all wedges there as specific ones, finds the minimum of the convex potential, then follows the weight of
 * the true wedges from 0 to 1, in steps that shorten where Newton fails and lengthen where it does not.
 */
export function followWedges(solver: Solver): PathResult {
  const { problem, space, x, f } = solver;
  solver.rough = false;
  solver.logarithmic = false;
  evaluate(problem, space, trueWedges, x, f);
  const frozen = freeze(problem, space, x);
  const blend = (weight: number): Blend => ({ weight, ...frozen });
  const first = newton(solver, blend(0), 200);
  if (first.state !== "converged") return { ...first, turned: false };
  const kept = x.slice();
  const sign = determinantSign(solver, blend(0));
  let [done, step, turned] = [0, FIRST_STEP, false];
  while (done < 1) {
    const weight = Math.min(1, done + step);
    const current = weight === 1 ? trueWedges : blend(weight);
    const result = newton(solver, current, 40);
    if (result.state === "stopped") return { ...result, turned };
    if (result.state === "converged") {
      if (determinantSign(solver, current) !== sign) turned = true;
      done = weight;
      step *= 2;
      kept.set(x);
      continue;
    }
    x.set(kept);
    step /= 2;
    if (step < SHORTEST_STEP) return { state: "stuck", residual: result.residual, turned };
  }
  return { state: "converged", residual: 0, turned };
}

const WEIGHTS = [1 / 2, 1];

/**
 * The same path for wedges frozen at solver.x itself, an answer: it stands still, since what is frozen there is what is true there. Only
 * the sign of the determinant has to be looked at on the way.
 */
export function turnsWhereItStands(solver: Solver): boolean {
  const { problem, space, x, f, residual, side } = solver;
  solver.logarithmic = false;
  evaluate(problem, space, trueWedges, x, f);
  const frozen = freeze(problem, space, x);
  const signAt = (blend: Blend): number => {
    evaluate(problem, space, blend, x, f);
    naturalResidual(problem, x, f, residual, side);
    return determinantSign(solver, blend);
  };
  const sign = signAt({ weight: 0, ...frozen });
  return WEIGHTS.some((weight) => signAt(weight === 1 ? trueWedges : { weight, ...frozen }) !== sign);
}
