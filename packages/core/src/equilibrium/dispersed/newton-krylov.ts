import { naturalResidual } from "./active-set.js";
import type { Blend } from "./blend.js";
import { forward } from "./derivative.js";
import { borderedSolve } from "./direct-step.js";
import { evaluate } from "./evaluate.js";
import { gmres } from "./krylov.js";
import {
  freeMembers,
  linearise,
  rightHandSide,
  sameMembers,
  withBorder,
  type LinearModel,
} from "./linear-model.js";
import type { NewtonResult } from "./newton.js";
import { mustOpen, openAtCut, shiftForOpened } from "./must-open.js";
import { search } from "./search.js";
import type { Solver } from "./solver.js";
import { tatonnement } from "./tatonnement.js";
import { squares } from "./step-length.js";

const MOST_PRODUCTS = 40;
/** More products than this in one step, and the preconditioner is made anew. */
const TOO_MANY = 12;
const LOOSEST = 0.1;
const TIGHTEST = 1e-4;

/**
 * Inexact semismooth Newton for large markets: steps by GMRES on exact products with the Jacobian, preconditioned by one dense LU a good
 * (with the free rents around them), which is kept while it serves.
 */
export function newtonKrylov(
  solver: Solver,
  blend: Blend,
  limit: number,
  stored?: LinearModel,
): NewtonResult {
  const { problem, space, x, f, residual, side } = solver;
  evaluate(problem, space, blend, x, f);
  let worst = naturalResidual(problem, x, f, residual, side);
  solver.reach = 1;
  solver.logarithmic = false;
  if (solver.rough) worst = tatonnement(solver, blend, worst, stored !== undefined);
  let model = stored;
  for (let step = 0; step < limit; step++) {
    if (worst <= solver.tolerance) return { state: "converged", residual: worst, model };
    if (solver.stop()) return { state: "stopped", residual: worst, model };
    solver.counts.iterations += 1;
    const opened = solver.opening ? mustOpen(solver) : [];
    openAtCut(solver, opened);
    const damping = 0.1 * Math.min(1, worst);
    if (model === undefined) model = linearise(solver, blend, damping);
    const members = freeMembers(solver);
    if (!sameMembers(members, model.border.members)) {
      model = withBorder(solver, blend, model, members, damping);
    }
    const before = squares(residual);
    const target = Math.max(TIGHTEST, Math.min(LOOSEST, Math.sqrt(before)));
    const products = krylovStep(solver, blend, model, damping, target, opened);
    const { length, found } = search(solver, blend, before);
    worst = found;
    if (products > TOO_MANY || length < 0.2) model = undefined;
  }
  return { state: worst <= solver.tolerance ? "converged" : "stuck", residual: worst, model };
}

function krylovStep(
  solver: Solver,
  blend: Blend,
  model: LinearModel,
  damping: number,
  target: number,
  opened: readonly number[],
): number {
  const { problem, space, x, side, d, rhs, work } = solver;
  const { quantityScale, priceScale } = problem;
  const n = problem.unknowns;
  const origins = problem.market.origins.count;
  rightHandSide(solver, blend);
  shiftForOpened(solver, opened);
  const fixed = d.slice(origins);
  const unit = Float64Array.from({ length: n }, (_, i) =>
    side[i] !== 0 && i < origins ? priceScale[i] : quantityScale[i],
  );
  const scaled = rhs.map((value, i) => (side[i] !== 0 && i >= origins ? 0 : value / unit[i]));
  const raw = new Float64Array(n);
  const result = gmres(
    (input, output) => {
      forward(problem, space, blend, x, input, raw);
      for (let i = 0; i < n; i++) {
        if (side[i] !== 0) output[i] = i < origins ? input[i] / unit[i] : 0;
        else output[i] = (raw[i] + damping * (quantityScale[i] / priceScale[i]) * input[i]) / unit[i];
      }
    },
    (input, output) => {
      for (let i = 0; i < n; i++) raw[i] = input[i] * unit[i];
      output.fill(0);
      borderedSolve(problem, model.factor, model.border, raw, output, work);
      for (let i = origins; i < n; i++) if (side[i] !== 0) output[i] = 0;
    },
    scaled,
    d,
    target,
    MOST_PRODUCTS,
  );
  for (let i = origins; i < n; i++) if (side[i] !== 0) d[i] = fixed[i - origins];
  solver.counts.products += result.iterations;
  return result.iterations;
}
