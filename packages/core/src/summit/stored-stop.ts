import { solveMarket } from "../equilibrium/index.js";
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
    const { stopped } = annualStop(found, spec, rule, near);
    const { before, under } = stopOf(found.step, stopped);
    last = { before, under: { ...under, ...factorAt(stopped.market, under) } };
    stops.set(year, last);
  }
  return stops;
}

/** A year before a stop and under it. */
export function stopOf({ equilibrium: before }: Step, { market, equilibrium }: Step): StoredStop {
  return { before, under: { ...equilibrium, controls: market.controls.map(({ id }) => id) } };
}

/** One stop with the factor of another. */
export function withFactorOf({ before, under }: StoredStop, { under: { factor } }: StoredStop): StoredStop {
  return { before, under: { ...under, factor } };
}

/** The answer's factor: it is solved again from itself. */
function factorAt(market: Market, start: StartPoint): Pick<StartPoint, "factor"> {
  const solved = solveMarket(market, { start, keepFactor: true, unverified: true });
  return solved.ok ? { factor: solved.equilibrium.factor } : {};
}

/**
 * The stored stop's rents and prices, these moved by as much as the year's own lie off the base case's; in the year of the decisions as
 * they are, since there the year's own prices have not yet moved plants and habits.
 */
export function nearStop(
  market: Market,
  { equilibrium }: Step,
  { before, under }: StoredStop,
  decided = false,
): StartPoint {
  if (decided) return canonicalStart(1, market, undefined, new Map([[1, under]]))!;
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
