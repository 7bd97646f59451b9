import { log, pow } from "../numeric/elementary.js";
import { consumerSurplus, demandAt, type DemandCurve } from "./demand-curve.js";

export interface HabitualUse {
  /** The curve within the year, its quantity carrying the habit H. */
  readonly short: DemandCurve;
  readonly habit: number;
  readonly exponentLong: number;
  /** ε_L − ε_S at the base price. */
  readonly gap: number;
}

/**
 * Surplus that users keep because they had time to adapt: CS^L(P*) − CS^S(P*), P* where the long-run curve (without habit) meets the
 * year's. With it CS_t = CS^L(P*) + ∫_P^{P*} D^S. Zero where both elasticities agree. An error in P* has no first-order effect.
 */
export function habitSurplus({ short, habit, exponentLong, gap }: HabitualUse): number {
  if (!(gap > 1e-9) || short.quantity <= 0) return 0;
  const long: DemandCurve = { ...short, quantity: short.quantity / habit, exponent: exponentLong };
  const meeting = meetingPrice(short, long, habit, gap);
  return consumerSurplus(long, meeting) - consumerSurplus(short, meeting);
}

/** One Newton step, in logarithms, from where curves without chokes would meet. */
export function meetingPrice(short: DemandCurve, long: DemandCurve, habit: number, gap: number): number {
  const bounded = (price: number) => Math.min(Math.max(price, 0.1 * short.basePrice), 0.99 * short.choke);
  if (habit === 1) return short.basePrice;
  const first = bounded(short.basePrice * pow(habit, -1 / gap));
  const excess = log(demandAt(short, first) / demandAt(long, first));
  return bounded(first * (1 - excess / gap));
}
