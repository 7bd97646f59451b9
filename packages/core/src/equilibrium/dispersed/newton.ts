import { naturalResidual } from "./active-set.js";
import type { Blend } from "./blend.js";
import { evaluate } from "./evaluate.js";
import {
  freeMembers,
  linearise,
  newtonStep,
  sameMembers,
  switchedMembers,
  withBorder,
  type LinearModel,
} from "./linear-model.js";
import type { Solver } from "./solver.js";
import { tatonnement } from "./tatonnement.js";
import { mustOpen, openAtCut } from "./must-open.js";
import { newtonKrylov } from "./newton-krylov.js";
import { distance } from "./log-equations.js";
import { search } from "./search.js";
import { longest, move } from "./step-length.js";

export interface NewtonResult {
  readonly state: "converged" | "stopped" | "stuck";
  readonly residual: number;
  readonly model: LinearModel | undefined;
}

/** A kept model serves as long as each of its steps shrinks the residual by this. */
const WORTH_KEEPING = 0.9;
/** After a Newton step as good as this its model is kept. */
const GOOD_STEP = 0.3;
/** A length below this, and logarithms lead astray; a residual so much smaller, and they are tried again. */
const SHORT_STEP = 0.5;
const MUCH_NEARER = 0.1;
const MOST_KEPT_STEPS = 20;
/** Steps without halving the least residual before the rough search is tried again. */
const PATIENCE = 12;
/** Where rounding keeps a market from the tolerance, this is still an answer. */
const ACCEPTABLE = 5e-10;
/** More origins than this at or off their bounds since the factor was made, and it is made anew. */
const MOST_SWITCHED = 10;

/**
 * Semismooth Newton with an active set, from solver.x, which it moves. A model that still serves is used again with Anderson's
 * acceleration; where it does not, the market is linearised anew and the step is searched along.
 */
export function newton(solver: Solver, blend: Blend, limit: number, stored?: LinearModel): NewtonResult {
  if (solver.space.layout.blocksOnly) return newtonKrylov(solver, blend, limit, stored);
  const { problem, space, x, f, residual, side, anderson } = solver;
  evaluate(problem, space, blend, x, f);
  let worst = naturalResidual(problem, x, f, residual, side);
  solver.reach = 1;
  if (solver.rough) worst = tatonnement(solver, blend, worst, stored !== undefined);
  let model = stored;
  let [least, since, trusted] = [worst, 0, Infinity];
  anderson.clear();
  for (let step = 0; step < limit; step++) {
    if (worst <= solver.tolerance) return { state: "converged", residual: worst, model };
    if (solver.stop()) return { state: "stopped", residual: worst, model };
    solver.counts.iterations += 1;
    since = worst < 0.5 * least ? 0 : since + 1;
    least = Math.min(least, worst);
    if (solver.rough && since > PATIENCE) {
      worst = tatonnement(solver, blend, worst, false);
      [model, least, since] = [undefined, worst, 0];
    }
    const opened = solver.opening ? mustOpen(solver) : [];
    if (model !== undefined && opened.length === 0) {
      const members = switchedMembers(solver, model.bound);
      if (members.length - freeMembers(solver).length <= MOST_SWITCHED && anderson.count < MOST_KEPT_STEPS) {
        if (!sameMembers(members, model.border.members)) {
          model = withBorder(solver, blend, model, members, 0);
          anderson.clear();
        }
        const kept = keptStep(solver, blend, model);
        if (kept?.keep !== true) model = undefined;
        if (kept !== undefined) {
          worst = kept.worst;
          continue;
        }
      }
    }
    solver.logarithmic = solver.rough && worst < trusted;
    const damping = 0.1 * Math.min(1, worst);
    openAtCut(solver, opened);
    model = linearise(solver, blend, damping);
    newtonStep(solver, blend, model, opened);
    solver.own.set(solver.d);
    anderson.clear();
    const before = distance(solver, f);
    const { length, found } = search(solver, blend, before);
    worst = found;
    if (length < SHORT_STEP || solver.reach < 1) trusted = Math.min(trusted, MUCH_NEARER * worst);
    if (opened.length > 0 || length < 1 || distance(solver, f) > GOOD_STEP * GOOD_STEP * before)
      model = undefined;
    else anderson.keep(solver.d, solver.own);
  }
  return { state: worst <= ACCEPTABLE ? "converged" : "stuck", residual: worst, model };
}

/** One corrected step with a model kept from before; undefined where it leads nowhere, with x as it was and evaluated again. */
function keptStep(
  solver: Solver,
  blend: Blend,
  model: LinearModel,
): { worst: number; keep: boolean } | undefined {
  const { problem, space, x, f, next, residual, side, d, trial, own, anderson } = solver;
  const before = distance(solver, f);
  newtonStep(solver, blend, model);
  own.set(d);
  anderson.correct(d);
  if (!(longest(problem, x, d) <= 1)) return undefined;
  move(problem, x, d, 1, trial);
  evaluate(problem, space, blend, trial, next);
  const worst = naturalResidual(problem, trial, next, residual, side);
  const now = distance(solver, next);
  if (!(now < before)) {
    evaluate(problem, space, blend, x, f);
    naturalResidual(problem, x, f, residual, side);
    return undefined;
  }
  anderson.keep(d, own);
  x.set(trial);
  f.set(next);
  return { worst, keep: now <= WORTH_KEEPING * WORTH_KEEPING * before };
}
