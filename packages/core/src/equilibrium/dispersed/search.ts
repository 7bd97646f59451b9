import { naturalResidual } from "./active-set.js";
import type { Blend } from "./blend.js";
import { evaluate } from "./evaluate.js";
import type { Solver } from "./solver.js";
import { distance } from "./log-equations.js";
import { move, shorten, slopeTo } from "./step-length.js";

const SHORTEST_REACH = 0.05;

/** Backtracks along d by secants of the slope until the residual shrinks or the potential has passed its steepest. */
export function search(solver: Solver, blend: Blend, before: number): { length: number; found: number } {
  const { problem, space, x, f, next, residual, side, d, trial } = solver;
  let length = shorten(problem, x, f, d, solver.reach);
  for (let attempt = 0; ; attempt++) {
    move(problem, x, d, length, trial);
    const start = slopeTo(f, trial, x);
    evaluate(problem, space, blend, trial, next);
    const found = naturalResidual(problem, trial, next, residual, side);
    const end = slopeTo(next, trial, x);
    const now = distance(solver, next);
    const enough = now <= (1 - 0.1 * length) * before || end <= 0.1 * Math.abs(start);
    if ((enough && now < Infinity) || attempt === 20) {
      f.set(next);
      x.set(trial);
      // A step that the slope alone excused went too far; one that shrank the residual may be followed by a longer one.
      if (solver.rough) {
        solver.reach =
          now > before ? Math.max(SHORTEST_REACH, 0.4 * solver.reach) : Math.min(1, 2 * solver.reach);
      }
      return { length, found };
    }
    const secant = now < Infinity && start < 0 ? start / (start - end) : 0.1;
    length *= Math.min(0.5, Math.max(0.1, secant));
  }
}
