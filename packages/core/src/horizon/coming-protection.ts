import type { CompiledLever } from "../levers/lever.js";
import { createEdit } from "../market/edit-market.js";
import type { Market } from "../market/market.js";
import { entryPrices } from "./entry-price.js";
import { bareMargin, type TermOf } from "./expected-profit.js";
import type { HorizonFrame } from "./frame.js";
import type { Expectations } from "./parameters.js";
import { isTariffRateQuota, type EndingProtection, type WhatIf, type YearSeen } from "./protection.js";

/**
 * What duties, levies, border floors and tariff-rate quotas announced for the years of building will add to margins, for those who foresee
 * them: the same year is solved with those that begin in each coming year, in turn, and the difference counts from then on for its term. What
 * has no answer is not foreseen.
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
  const found: EndingProtection[] = [];
  let [market, margin] = [seen.market, seen.margin];
  for (const { since, until, begun } of byTerm(coming, termOf)) {
    const guarded = withProtectionOf(begun, market, year, frame);
    if (guarded === undefined) continue;
    const controls = seen.market.controls.map(({ id }) => id);
    const solved = whatIf(guarded, { ...seen.equilibrium, controls });
    if (solved === undefined) return found;
    const price = entryPrices(frame.calibration, guarded, solved, seen.unqualified, frame.arcsOfOrigin);
    const after = Float64Array.from(frame.investors, ({ node }) =>
      bareMargin(guarded, node, price, solved.usePrice),
    );
    const before = margin;
    found.push({ since, until, added: after.map((kUSD, i) => kUSD - before[i]) });
    [market, margin] = [guarded, after];
  }
  return found;
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

/** The market with what levers will do at borders, and nothing else of them; undefined where that is nothing. */
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
  const wedges = edited.wedges.filter(({ kind, lever }) => kind !== "export-tax" || !ids.has(lever));
  const controls = edited.controls.filter((control) => !ids.has(control.lever) || isTariffRateQuota(control));
  const { borderFloors } = edited;
  const same = (one: readonly unknown[], other: readonly unknown[]) =>
    one.length === other.length && one.every((entry, i) => entry === other[i]);
  const nothing =
    same(wedges, market.wedges) && same(controls, market.controls) && same(borderFloors, market.borderFloors);
  return nothing ? undefined : { ...market, wedges, controls, borderFloors };
}
