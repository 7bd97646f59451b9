import { exp, pow } from "../numeric/elementary.js";

/** Share of a cohort that reaches its end of life at each age 1, 2, …, `ages`, by a Weibull law of given mean life and shape. */
export function endOfLifeShares(meanLife: number, shape: number, ages: number): Float64Array {
  const scale = meanLife / unitMean(shape);
  const shares = new Float64Array(ages);
  let before = 1;
  for (let age = 1; age <= ages; age++) {
    const after = exp(-pow(age / scale, shape));
    shares[age - 1] = before - after;
    before = after;
  }
  return shares;
}

/** Mean of a Weibull law of scale 1, ∫ e^{−x^k} dx, by Simpson's rule far into the tail. */
function unitMean(shape: number): number {
  const end = pow(40, 1 / shape);
  const steps = 2000;
  const width = end / steps;
  let sum = 1 + exp(-pow(end, shape));
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * exp(-pow(i * width, shape));
  return (sum * width) / 3;
}
