import type { CompiledLever } from "../levers/lever.js";
import { createEdit } from "../market/edit-market.js";
import type { Market } from "../market/market.js";
import { entryPrices } from "./entry-price.js";
import { bareMargin, type TermOf } from "./expected-profit.js";
import type { HorizonFrame } from "./frame.js";
import type { Expectations } from "./parameters.js";
import {
  isTariffRateQuota,
  protectingLevers,
  withoutProtection,
  type EndingProtection,
  type WhatIf,
  type YearSeen,
} from "./protection.js";

/**
 * What duties, levies, border floors and tariff-rate quotas announced for the years of building will add to margins, for those who foresee
 * them: the same year is solved with those that begin in each coming year, in turn, and without those that will have ended by then, and the
 * difference that they make counts from then on for its term. A term that has no answer is not foreseen; later ones are.
 */
export function comingProtections(
  frame: HorizonFrame,
  seen: YearSeen,
  levers: readonly CompiledLever[],
  year: number,
  expectations: Expectations,
  termOf: TermOf,
  whatIf: WhatIf | undefined,
): EndingProtection[] {
  if (expectations !== "announced" || whatIf === undefined) return [];
  const coming = levers.filter(({ from }) => from > year && from <= year + frame.foresight);
  const controls = seen.market.controls.map(({ id }) => id);
  const marginsIn = (market: Market): Float64Array | undefined => {
    const solved = whatIf(market, { ...seen.equilibrium, controls });
    if (solved === undefined) return undefined;
    const price = entryPrices(frame.calibration, market, solved, seen.unqualified, frame.arcsOfOrigin);
    return Float64Array.from(frame.investors, ({ node }) => bareMargin(market, node, price, solved.usePrice));
  };
  const found: EndingProtection[] = [];
  let [market, margin] = [seen.market, seen.margin];
  for (const { since, until, begun } of byTerm(coming, termOf)) {
    const left = withoutEnded(market, since, termOf);
    const guarded = withProtectionOf(begun, left, year, frame);
    if (guarded === undefined) continue;
    const before = left === market ? margin : marginsIn(left);
    const after = before && marginsIn(guarded);
    if (before === undefined || after === undefined) continue;
    found.push({ since, until, added: after.map((kUSD, i) => kUSD - before[i]) });
    [market, margin] = [guarded, after];
  }
  return found;
}

/** The market without the protection that will have ended before a year; itself where none will. */
function withoutEnded(market: Market, since: number, termOf: TermOf): Market {
  const ended = protectingLevers(market).filter((lever) => termOf(lever).until < since);
  return ended.length === 0 ? market : withoutProtection(market, new Set(ended));
}

interface Term {
  readonly since: number;
  readonly until: number;
  readonly begun: readonly CompiledLever[];
}

/** Levers that begin and end together, the first to begin first. */
function byTerm(levers: readonly CompiledLever[], termOf: TermOf): Term[] {
  const terms = new Map<string, Term>();
  for (const lever of levers) {
    const [since, { until }] = [lever.from, termOf(lever.id)];
    const key = `${since}-${until}`;
    terms.set(key, { since, until, begun: [...(terms.get(key)?.begun ?? []), lever] });
  }
  return [...terms.values()].sort((a, b) => a.since - b.since || a.until - b.until);
}

/**
 * The market with the protection that levers will add at borders, and nothing else of them; undefined where that is nothing. Duties that they
 * lift are left out, since the end of such freedom is not foreseen either.
 */
function withProtectionOf(
  levers: readonly CompiledLever[],
  market: Market,
  year: number,
  { base, index }: HorizonFrame,
): Market | undefined {
  const ids = new Set(levers.map(({ id }) => id));
  const edit = createEdit(market, base, year, index);
  for (const lever of levers) lever.market?.(edit, lever.from);
  const edited = edit.finish();
  const wedges = edited.wedges.filter(({ kind, lever }) => kind !== "export-tax" && ids.has(lever));
  const controls = edited.controls.filter((control) => ids.has(control.lever) && isTariffRateQuota(control));
  const borderFloors = edited.borderFloors.filter(({ lever }) => ids.has(lever));
  if (wedges.length + controls.length + borderFloors.length === 0) return undefined;
  return {
    ...market,
    wedges: [...market.wedges, ...wedges],
    controls: [...market.controls, ...controls],
    borderFloors: [...market.borderFloors, ...borderFloors],
  };
}
