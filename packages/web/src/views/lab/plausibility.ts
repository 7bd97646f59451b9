import type { Issue } from "@didym/core/errors";
import { ref } from "./references.js";
import type { LabView } from "./view.js";

/** A price ever quoted, USD/kg of the day. */
export interface Quote {
  readonly price: number;
  readonly period: string;
  readonly source: string;
}

/** By good: the lowest and the highest price quoted. */
export type PriceHistory = Readonly<Record<string, { readonly low: Quote; readonly high: Quote }>>;

/** Where an answer leaves what has been seen: prices beyond every quote, at the place looked from, one issue a good and side. */
export function outsideHistory(view: LabView, history: PriceHistory): Issue[] {
  const { answer, look } = view;
  return Object.entries(history).flatMap(([good, { low, high }]) => {
    const values = answer.rows[ref.price(good, look.region)]?.values ?? [];
    const issue = (quote: Quote, code: string, beyond: (price: number) => number): Issue[] => {
      let [at, most] = [-1, 0];
      values.forEach((price, k) => {
        const excess = price === undefined ? 0 : beyond(price);
        if (excess > most) [at, most] = [k, excess];
      });
      if (at < 0) return [];
      const details = {
        good,
        region: look.region,
        year: answer.years[at],
        price: values[at],
        quoted: quote.price,
        period: quote.period,
        source: quote.source,
      };
      return [{ code, details }];
    };
    return [
      ...issue(high, "PRICE_ABOVE_HISTORY", (price) => price - high.price),
      ...issue(low, "PRICE_BELOW_HISTORY", (price) => low.price - price),
    ];
  });
}

/** Such an issue in words; undefined for all others. */
export function plausibilityText(
  issue: Issue,
  view: LabView,
  show: (price: number) => string,
): string | undefined {
  const say = view.words.lab.warnings;
  const { good, region, year, price, quoted, period } = (issue.details ?? {}) as Record<
    string,
    string | number
  >;
  const facts = {
    good: view.book.good(String(good)),
    region: view.book.region(String(region)),
    year: Number(year),
    price: show(Number(price)),
    quoted: show(Number(quoted)),
    period: String(period),
  };
  switch (issue.code) {
    case "PRICE_ABOVE_HISTORY":
      return say.aboveHistory(facts);
    case "PRICE_BELOW_HISTORY":
      return say.belowHistory(facts);
    default:
      return undefined;
  }
}
