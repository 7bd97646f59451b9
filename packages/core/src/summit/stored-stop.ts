import type { Step } from "../horizon/index.js";
import type { CompiledLever } from "../levers/lever.js";
import type { Market, StartPoint } from "../market/market.js";
import { canonicalStart, type RunResult } from "../results/index.js";
import { annualStop, yearOfStop, type StockRule } from "../shock/index.js";

/** The base case in an anchor year, before the stop and under it: every profile's stop starts from here. */
export interface StoredStop {
  readonly before: StartPoint;
  readonly under: StartPoint;
}

/** The base case's stops of all seats in the anchor years, each from the one before. */
export function storedStops(
  base: RunResult,
  levers: readonly CompiledLever[],
  years: readonly number[],
  spec: Parameters<typeof annualStop>[1],
  rule: StockRule,
): ReadonlyMap<number, StoredStop> {
  const stops = new Map<number, StoredStop>();
  let last: StoredStop | undefined;
  for (const year of years) {
    const found = yearOfStop(base, levers, year);
    const from = last;
    const near = from && ((market: Market) => nearStop(market, found.step, from));
    const { market, equilibrium } = annualStop(found, spec, rule, near).stopped;
    const controls = market.controls.map(({ id }) => id);
    last = { before: found.step.equilibrium, under: { ...equilibrium, controls } };
    stops.set(year, last);
  }
  return stops;
}

/** The stored stop's prices, moved by as much as the year's own lie off the base case's, and its rents. */
export function nearStop(market: Market, { equilibrium }: Step, { before, under }: StoredStop): StartPoint {
  const own = { originPrice: equilibrium.originPrice, rent: under.rent, controls: under.controls! };
  return canonicalStart(
    1,
    market,
    own,
    new Map([
      [0, before],
      [1, under],
    ]),
  )!;
}
