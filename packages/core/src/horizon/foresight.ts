import type { CompiledLever } from "../levers/lever.js";
import { createEdit } from "../market/edit-market.js";
import type { Market } from "../market/market.js";
import type { TermOf } from "./expected-profit.js";
import type { HorizonFrame } from "./frame.js";
import type { Expectations } from "./parameters.js";

/**
 * From when and until when investors count on each lever: its legal term, without end where the lever lasts as long as the data do, or a
 * few years if they expect a relapse.
 */
export function believedTerms(
  levers: readonly CompiledLever[],
  year: number,
  expectations: Expectations,
  { calibration, parameters }: Pick<HorizonFrame, "calibration" | "parameters">,
): TermOf {
  const { years } = calibration.baseline.demandIndex;
  const terms = new Map(levers.map(({ id, from, to }) => [id, { from, to }]));
  return (lever) => {
    const { from, to } = terms.get(lever) ?? { from: year, to: year };
    const until = to >= years[years.length - 1] ? Infinity : to;
    return {
      since: from,
      until: expectations === "relapse" ? Math.min(until, year + parameters.relapseYears) : until,
    };
  };
}

/** The year's market as investors read it: with contracts and supports that are announced for the years of building, if they foresee them. */
export function foreseenMarket(
  market: Market,
  levers: readonly CompiledLever[],
  year: number,
  expectations: Expectations,
  { base, index, foresight }: HorizonFrame,
): Market {
  if (expectations !== "announced") return market;
  const coming = levers.filter(({ from }) => from > year && from <= year + foresight);
  if (coming.length === 0) return market;
  const edit = createEdit(market, base, year, index);
  for (const lever of coming) lever.market?.(edit, lever.from);
  const { contracts, supports } = edit.finish();
  return { ...market, contracts, supports };
}
