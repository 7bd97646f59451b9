import { expm1, log } from "../../numeric/elementary.js";

const LINEAR_BELOW = 0.1;
const LOG_LINEAR_BELOW = log(LINEAR_BELOW);

/** 1 − κ = 1 − (choke/P̄)^−ε; where ε = 0, the logarithm that stands for it in the limit. */
export function demandSpan(base: number, elasticity: number, choke: number): number {
  const room = choke === Infinity ? Infinity : log(choke / base);
  return elasticity === 0 ? room : -expm1(-elasticity * room);
}

/**
 * Demand relative to the base quantity and its slope in the price, into out[0] and out[1]:
 * ((P/P̄)^−ε − κ)/(1−κ), zero from the choke on, linear below a tenth of P̄. ε = 0 is its limit, logarithmic in the price.
 * `span` is `demandSpan` of the same base, elasticity and choke.
 */
export function relativeDemand(
  price: number,
  base: number,
  elasticity: number,
  choke: number,
  span: number,
  out: Float64Array,
): void {
  out[0] = 0;
  out[1] = 0;
  if (!(price < choke) || !(base < choke)) return;
  const low = LINEAR_BELOW * base;
  const x = price < low ? LOG_LINEAR_BELOW : log(price / base);
  const at = price < low ? low : price;
  if (elasticity === 0) {
    out[0] = span === Infinity ? 1 : 1 - x / span;
    out[1] = span === Infinity ? 0 : -1 / (span * at);
  } else {
    const rise = expm1(-elasticity * x);
    out[0] = (rise + span) / span;
    out[1] = (-elasticity * (1 + rise)) / (span * at);
  }
  if (price < low) out[0] += out[1] * (price - low);
}
