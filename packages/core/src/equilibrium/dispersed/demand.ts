import { expm1, log } from "../../numeric/elementary.js";

const LINEAR_BELOW = 0.1;
const LOG_LINEAR_BELOW = log(LINEAR_BELOW);

/**
 * Demand relative to the base quantity and its slope in the price, into out[0] and out[1]:
 * ((P/P̄)^−ε − κ)/(1−κ), zero from the choke on, linear below a tenth of P̄. ε = 0 is its limit, logarithmic in the price.
 */
export function relativeDemand(
  price: number,
  base: number,
  elasticity: number,
  choke: number,
  out: Float64Array,
): void {
  out[0] = 0;
  out[1] = 0;
  if (!(price < choke) || !(base < choke)) return;
  const low = LINEAR_BELOW * base;
  const x = price < low ? LOG_LINEAR_BELOW : log(price / base);
  const at = price < low ? low : price;
  const room = choke === Infinity ? Infinity : log(choke / base);
  if (elasticity === 0) {
    out[0] = room === Infinity ? 1 : 1 - x / room;
    out[1] = room === Infinity ? 0 : -1 / (room * at);
  } else {
    const span = -expm1(-elasticity * room);
    const rise = expm1(-elasticity * x);
    out[0] = (rise + span) / span;
    out[1] = (-elasticity * (1 + rise)) / (span * at);
  }
  if (price < low) out[0] += out[1] * (price - low);
}
