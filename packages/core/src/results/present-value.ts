import { pow } from "../numeric/elementary.js";

/** Σ value/(1+rate)^(year − asOf) over the years from `asOf` on: as of 1 January of that year, flows at the start of theirs. */
export function presentValue(
  values: readonly number[],
  years: readonly number[],
  rate: number,
  asOf: number,
): number {
  let sum = 0;
  values.forEach((value, i) => {
    if (years[i] >= asOf) sum += value / pow(1 + rate, years[i] - asOf);
  });
  return sum;
}
