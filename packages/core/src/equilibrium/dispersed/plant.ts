import { exp } from "../../numeric/elementary.js";

/** A step of cost has no slope to follow: γ is kept at a millionth of the cost (or of 1 USD/kg), as the verifier does too. */
export function effectiveGamma(gamma: number, cost: number): number {
  return Math.max(gamma, 1e-6 * Math.max(Math.abs(cost), 1));
}

/** Utilisation and its slope in the margin m, written into out[0] and out[1]. Logistic plants cut at zero value added (m = −cost). */
export function utilisation(m: number, cost: number, gamma: number, ramp: number, out: Float64Array): void {
  out[0] = 0;
  out[1] = 0;
  if (!(m > -cost)) return;
  const e = exp(-Math.abs(m) / gamma);
  const below = (m > 0 ? e : 1) / (1 + e);
  const cut = exp(-Math.abs(cost) / gamma);
  if (cost >= 0) {
    // 1 − b = 1/(1 + cut), b = cut/(1 + cut).
    out[0] = 1 - below * (1 + cut);
    out[1] = (below * (1 - below) * (1 + cut)) / gamma;
  } else {
    // m > −cost > 0: (1 − σ(m/γ))/(1 − b) without dividing two vanishing numbers.
    const left = (exp(-(m + cost) / gamma) * (1 + cut)) / (1 + e);
    out[0] = 1 - left;
    out[1] = (left * (1 - below)) / gamma;
  }
  if (out[0] >= ramp) {
    out[0] = ramp;
    out[1] = 0;
  } else if (out[0] < 0) out[0] = 0;
}
