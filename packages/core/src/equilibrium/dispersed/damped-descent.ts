import { naturalResidual } from "./active-set.js";
import type { Blend } from "./blend.js";
import { addChordSlopes } from "./chord-slopes.js";
import { evaluate } from "./evaluate.js";
import { linearise, newtonStep } from "./linear-model.js";
import { newton, type NewtonResult } from "./newton.js";
import type { Solver } from "./solver.js";
import { longest, move, slopeTo } from "./step-length.js";

/** A residual from which Newton's own steps are tried, and how many of them; after each failure only from a tenth of the residual. */
const NEAR = 0.05;
const NEAR_STEPS = 25;
/** Below this there is nothing left to gain. */
const LEAST = 5e-10;
/** What damping becomes after a refused and after a taken step. */
const FIRMER = 4;
const LOOSER = 0.25;
/** A step is refused where the potential rises again by more than this share of its first slope, or a price moves by more than so many times itself. */
const OVERSHOT = 0.3;
const FARTHEST = 4;
/** Prices so many times above every choke run away: there is no answer. */
const RUNAWAY = 1e6;

/**
 * Newton's method damped as in Levenberg and Marquardt, from solver.x, which it moves: for markets in which prices have far to go over
 * kinks and flat stretches. Damping is in relative prices, weighted by the larger of capacity and sales, and of plants along their chords;
 * it grows until a step goes down the slope of the potential without going far past its lowest point. With specific wedges every
 * taken step lessens the convex potential.
 */
export function dampedDescent(solver: Solver, blend: Blend, limit: number): NewtonResult {
  let worst = Infinity;
  if (solver.space.layout.blocksOnly) return { state: "stuck", residual: worst, model: undefined };
  solver.rough = false;
  solver.logarithmic = false;
  const scaled = withOwnScales(solver);
  worst = look(solver, blend);
  let [damping, near, refused] = [1, NEAR, false];
  for (let step = 0; step < limit; step++) {
    if (solver.stop()) return { state: "stopped", residual: worst, model: undefined };
    if (worst <= near) {
      const kept = solver.x.slice();
      const result = newton(solver, blend, NEAR_STEPS);
      if (result.state !== "stuck") return result;
      near = Math.max(LEAST, 0.1 * worst);
      solver.x.set(kept);
      worst = look(solver, blend);
    }
    solver.counts.iterations += 1;
    measure(solver, scaled);
    addChordSlopes(solver.problem, solver.space, Math.min(1, damping));
    newtonStep(solver, blend, linearise(scaled, blend, damping));
    if (taken(solver, scaled, blend)) {
      damping *= refused ? 1 : LOOSER;
      refused = false;
    } else {
      damping *= FIRMER;
      refused = true;
    }
    worst = refused ? look(solver, blend) : residualOf(solver);
    if (!refused && solver.x.some((price) => price > RUNAWAY * solver.problem.chokingPrice)) break;
  }
  return { state: "stuck", residual: worst, model: undefined };
}

/** The same solver with scales that move along. */
function withOwnScales(solver: Solver): Solver {
  const { problem } = solver;
  const priceScale = problem.priceScale.slice();
  const quantityScale = problem.quantityScale.slice();
  return { ...solver, problem: { ...problem, priceScale, quantityScale } };
}

function measure({ problem, space, x, f }: Solver, scaled: Solver): void {
  const { priceScale, quantityScale } = scaled.problem;
  for (let i = 0; i < problem.unknowns; i++) priceScale[i] = Math.max(Math.abs(x[i]), problem.priceScale[i]);
  for (let o = 0; o < problem.market.origins.count; o++) {
    const made = space.supply[o];
    quantityScale[o] = Math.max(problem.quantityScale[o], made, made - f[o]);
  }
}

function look(solver: Solver, blend: Blend): number {
  evaluate(solver.problem, solver.space, blend, solver.x, solver.f);
  return residualOf(solver);
}

function residualOf({ problem, x, f, residual, side }: Solver): number {
  return naturalResidual(problem, x, f, residual, side);
}

/** Goes along d where that is no step too far, else stays. */
function taken(solver: Solver, scaled: Solver, blend: Blend): boolean {
  const { problem, space, x, f, next, d, trial } = solver;
  if (!(longest(scaled.problem, x, d) <= FARTHEST)) return false;
  move(problem, x, d, 1, trial);
  const start = slopeTo(f, trial, x);
  evaluate(problem, space, blend, trial, next);
  if (!(start < 0 && slopeTo(next, trial, x) <= -OVERSHOT * start)) return false;
  x.set(trial);
  f.set(next);
  return true;
}
