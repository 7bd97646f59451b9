import { exp, log } from "../numeric/elementary.js";

/** Share of a project that goes ahead as its expected surplus over the hurdle grows: (σ(x/κ + c) − σ(c))/(1 − σ(c)), nothing below x = 0. */
export interface GoAhead {
  /** κ, kUSD per t/y of level. */
  readonly spread: number;
  /** c: how many would stand ready at the hurdle, calibrated on the announced completion share. */
  readonly readiness: number;
}

/** Surplus below this share of the spread is the solver's noise and builds nothing. */
const noise = 1e-6;

/** @param surplus expected profit above the hurdle, kUSD per t/y. */
export function goAheadShare({ spread, readiness }: GoAhead, surplus: number): number {
  if (!(surplus > noise * spread)) return 0;
  return risen(surplus / spread, readiness);
}

/** (σ(x+c) − σ(c))/(1 − σ(c)) without subtracting near-equal numbers. */
function risen(x: number, c: number): number {
  const fall = exp(-x);
  return (1 - fall) / (1 + exp(-(x + c)));
}

/** A curve this much steeper than the steepest that cannot reach the completion share. */
const margin = 1.25;

/**
 * The curve that gives `completion` at the surplus expected in the base outlook, with the stated spread where one exists: the share at
 * surplus x never exceeds 1 − e^{−x/κ}, so a sure project with a thin surplus has a smaller κ. Without surplus, or with no more than the
 * noise of rounding, it starts at c = 0.
 */
export function calibrateGoAhead(completion: number, surplus: number, spread: number): GoAhead {
  const share = Math.min(completion, 0.999);
  if (!(surplus > noise * spread) || !(share > 0)) return { spread, readiness: 0 };
  const needed = -log(1 - share);
  const kappa = Math.min(spread, surplus / (margin * needed));
  const x = surplus / kappa;
  // risen is (1−e^{−x})/(1 + e^{−x−c}): solve for c
  return { spread: kappa, readiness: -x - log((1 - exp(-x)) / share - 1) };
}
