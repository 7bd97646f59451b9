import { naturalResidual } from "./active-set.js";
import type { Blend } from "./blend.js";
import { evaluate } from "./evaluate.js";
import { log } from "../../numeric/elementary.js";
import type { Solver } from "./solver.js";

/** A residual (excess in capacities) that asks for a rough first search; with a stored factor at hand only a larger one does. */
const SENSELESS = 0.25;
const SENSELESS_WITH_FACTOR = 2;
const MOST_SWEEPS = 30;
/** Sweeps without a new least residual before it gives up. */
const PATIENCE = 8;
const LARGEST_MOVE = 3;
const CAUTION = 0.7;

/**
 * Rough first search: each origin's price moves by θ·ln(sales/supply) and each rent by θ·ln(flow/limit), which is Newton on each one's
 * own logarithm. Costs an evaluation a sweep; brings prices drawn at random to where a linearisation means something. Returns the
 * residual it leaves.
 */
export function tatonnement(solver: Solver, blend: Blend, worst: number, hasFactor: boolean): number {
  const { problem, space, x, f, residual, side } = solver;
  const enough = hasFactor ? SENSELESS_WITH_FACTOR : SENSELESS;
  let [left, least, since] = [worst, worst, 0];
  for (let sweep = 0; sweep < MOST_SWEEPS && since < PATIENCE && left > enough; sweep++) {
    movePrices(solver);
    moveRents(solver);
    evaluate(problem, space, blend, x, f);
    left = naturalResidual(problem, x, f, residual, side);
    since = left < least ? 0 : since + 1;
    least = Math.min(least, left);
    solver.counts.iterations += 1;
  }
  return left;
}

function movePrices({ problem, space, x, f }: Solver): void {
  const { market, lower, quantityScale, originTheta } = problem;
  for (let o = 0; o < market.origins.count; o++) {
    const least = 0.01 * quantityScale[o];
    const made = Math.max(space.supply[o], least);
    const sold = Math.max(space.supply[o] - f[o], least);
    x[o] = Math.max(lower[o], x[o] + originTheta[o] * stride(sold / made));
  }
}

function moveRents({ problem, x, f }: Solver): void {
  const { market, controls, lower, upper, originTheta } = problem;
  const { origins, arcs } = market;
  for (let c = 0; c < controls.count; c++) {
    const limit = controls.limit[c];
    if (controls.onNode[c] === 1 || !(limit > 0) || controls.idle[c] === 1) continue;
    const theta = originTheta[arcs.origin[controls.member[controls.memberStart[c]]]];
    const i = origins.count + c;
    const used = Math.max(limit - f[i], 0.01 * limit);
    x[i] = Math.min(upper[i], Math.max(lower[i], x[i] + theta * stride(used / limit)));
  }
}

function stride(ratio: number): number {
  return CAUTION * Math.min(LARGEST_MOVE, Math.max(-LARGEST_MOVE, log(ratio)));
}
