import type { ContractTerms } from "./contract-terms.js";

/** Money per covered tonne: max(0, F − I) − upside·max(0, I − U), index I = factor·π. */
export function contractTopUp(terms: ContractTerms, i: number, x: Float64Array): number {
  const index = terms.factor[i] * x[terms.origin[i]];
  let paid = 0;
  if (index < terms.strike[i]) paid += terms.strike[i] - index;
  if (index > terms.upsideStrike[i]) paid -= terms.upsideShare[i] * (index - terms.upsideStrike[i]);
  return paid;
}

/** Slope of the top-up in the index origin's price. */
export function contractSlope(terms: ContractTerms, i: number, x: Float64Array): number {
  const index = terms.factor[i] * x[terms.origin[i]];
  let slope = 0;
  if (index < terms.strike[i]) slope -= terms.factor[i];
  if (index > terms.upsideStrike[i]) slope -= terms.upsideShare[i] * terms.factor[i];
  return slope;
}
