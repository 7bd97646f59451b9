import { exp, log } from "../numeric/elementary.js";

/**
 * Next year's habit: ln H' = (1−φ) ln H − φ(ε_L−ε_S) ln(P/P̄), so that demand moves with the short elasticity within the year and with
 * the long one in the end. Prices below a tenth of the base price move it no further, nor do prices above the choke.
 */
export function nextHabit(
  habit: number,
  gap: number,
  speed: number,
  price: number,
  basePrice: number,
  choke: number,
): number {
  if (!(gap > 0)) return habit;
  const held = Math.min(Math.max(price, basePrice / 10), choke);
  const target = -gap * log(held / basePrice);
  if (habit === 1 && target === 0) return 1;
  return exp((1 - speed) * log(habit) + speed * target);
}
