import { pow } from "../numeric/elementary.js";

/** Below this the curve is too near its logarithmic limit to be told from it. */
const leastExponent = 0.02;

/** Elasticity at the base price of D = D̄·((P/P̄)^{−ε} − κ)/(1−κ), κ = (Pᶜ/P̄)^{−ε}: ε/(1−κ). */
export function baseElasticity(exponent: number, chokeRatio: number): number {
  return exponent / (1 - pow(chokeRatio, -exponent));
}

/**
 * The exponent ε whose curve has the stated elasticity at the base price. A choke at `chokeRatio` times the base price cannot have an
 * elasticity below 1/ln(chokeRatio); such a statement gets the least exponent.
 */
export function demandExponent(elasticity: number, chokeRatio: number): number {
  if (baseElasticity(leastExponent, chokeRatio) >= elasticity) return leastExponent;
  let [low, high] = [leastExponent, elasticity];
  for (let i = 0; i < 100 && high - low > 1e-15; i++) {
    const middle = (low + high) / 2;
    if (baseElasticity(middle, chokeRatio) > elasticity) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
