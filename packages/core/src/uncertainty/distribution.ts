import { exp, log } from "../numeric/elementary.js";

/**
 * How far an assumed figure may lie from its central value: a range, flat in value or in ratio.
 * `ratio` is for figures that cannot change sign and whose doubt is "twice or half".
 */
export interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly scale: "value" | "ratio";
}

/** The value at u ∈ [0, 1): half of the draws below the central value, half above, flat on each side. */
export function drawFrom(range: Range, u: number): number {
  const below = u < 0.5;
  const end = below ? range.low : range.high;
  const weight = below ? 1 - 2 * u : 2 * u - 1;
  if (range.scale === "value") return range.central + (end - range.central) * weight;
  return exp(log(range.central) + (log(end) - log(range.central)) * weight);
}
