import { pow } from "../numeric/elementary.js";

/** Yearly charge per unit of outlay over `life` years at `rate` (1/y, real): r/(1 − (1+r)^{−n}); 1/n at rate 0 or below it. */
export function annuity(rate: number, life: number): number {
  if (!(rate > 1e-9)) return 1 / life;
  return rate / (1 - pow(1 + rate, -life));
}

/** Share of the discounted life of a plant, from its first year of service, that lies within a term of `years`. */
export function termShare(years: number, rate: number, life: number): number {
  const covered = Math.min(Math.max(years, 0), life);
  if (covered === life) return 1;
  if (!(rate > 1e-9)) return covered / life;
  return (1 - pow(1 + rate, -covered)) / (1 - pow(1 + rate, -life));
}
