import type { Calibration } from "../market/calibration.js";
import type { Control, Equilibrium, Market, StartPoint } from "../market/market.js";
import { entryPrices } from "./entry-price.js";
import { bareMargin, type TermOf } from "./expected-profit.js";
import type { Investor } from "./investor.js";

/** What duties, levies and border floors add to each investor's margin until a year, after which they end; kUSD/t. */
export interface EndingProtection {
  /** First year, where it has not begun yet. */
  readonly since?: number;
  readonly until: number;
  readonly added: Float64Array;
}

/** Solves a market near a point; undefined where there is no answer. */
export type WhatIf = (market: Market, start: StartPoint) => Equilibrium | undefined;

/** A year as investors look back on it. */
export interface YearSeen {
  readonly market: Market;
  readonly equilibrium: Equilibrium;
  readonly unqualified: Float64Array;
  /** Margin per investor at the year's prices, kUSD/t. */
  readonly margin: Float64Array;
}

/**
 * The part of the year's margins that ends with a law: the same year is solved without what will have ended by each end year, in turn,
 * and the difference counts until then. What has no end stays in the margin, and so does all where such a year has no answer.
 */
export function endingProtections(
  calibration: Calibration,
  arcsOfOrigin: readonly Int32Array[],
  investors: readonly Investor[],
  year: YearSeen,
  termOf: TermOf,
  whatIf: WhatIf | undefined,
): EndingProtection[] {
  const { market, equilibrium, unqualified } = year;
  const protecting = protectingLevers(market).map((lever) => ({ lever, until: termOf(lever).until }));
  const ends = [...new Set(protecting.map(({ until }) => until))].filter((end) => end < Infinity);
  if (ends.length === 0 || whatIf === undefined) return [];
  const controls = market.controls.map(({ id }) => id);
  const found: EndingProtection[] = [];
  let before = year.margin;
  for (const until of ends.sort((a, b) => a - b)) {
    const ended = new Set(protecting.filter((one) => one.until <= until).map(({ lever }) => lever));
    const open = withoutProtection(market, ended);
    const solved = whatIf(open, { ...equilibrium, controls });
    if (solved === undefined) return found;
    const price = entryPrices(calibration, open, solved, unqualified, arcsOfOrigin);
    const after = Float64Array.from(investors, ({ node }) => bareMargin(open, node, price, solved.usePrice));
    found.push({ until, added: before.map((margin, i) => margin - after[i]) });
    before = after;
  }
  return found;
}

/** A content rule with a price of paying instead has a capped rent too, but is neutral and no protection at the border. */
export function isTariffRateQuota({ on, cap, neutral }: Control): boolean {
  return on === "arc" && cap < Infinity && !neutral;
}

/** Levers with a duty, levy, border floor or tariff-rate quota in force; what the base year holds does not end. */
export function protectingLevers({ wedges, borderFloors, controls }: Market): string[] {
  const levers = new Set<string>();
  for (const { kind, lever } of wedges)
    if (kind !== "export-tax" && !lever.startsWith("base:")) levers.add(lever);
  for (const { lever } of borderFloors) levers.add(lever);
  for (const control of controls) if (isTariffRateQuota(control)) levers.add(control.lever);
  return [...levers];
}

/** The market without the duties, levies, border floors and tariff-rate quotas of some levers; all else they do stays. */
export function withoutProtection(market: Market, levers: ReadonlySet<string>): Market {
  return {
    ...market,
    wedges: market.wedges.filter(({ kind, lever }) => kind === "export-tax" || !levers.has(lever)),
    borderFloors: market.borderFloors.filter(({ lever }) => !levers.has(lever)),
    controls: market.controls.filter((control) => !(isTariffRateQuota(control) && levers.has(control.lever))),
  };
}
