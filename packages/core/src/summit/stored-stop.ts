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

/** The base case's stops of all seats in the anchor years. */
export function storedStops(
  base: RunResult,
  levers: readonly CompiledLever[],
  years: readonly number[],
  spec: Parameters<typeof annualStop>[1],
  rule: StockRule,
): ReadonlyMap<number, StoredStop> {
  return new Map(
    years.map((year) => {
      const found = yearOfStop(base, levers, year);
      const { market, equilibrium } = annualStop(found, spec, rule).stopped;
      const controls = market.controls.map(({ id }) => id);
      return [year, { before: found.step.equilibrium, under: { ...equilibrium, controls } }];
    }),
  );
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
