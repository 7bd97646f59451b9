import { seriesOf, show, storesOf, totalOf, valuesOf, type ShockView } from "./view.js";

export interface ShockHeadline {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly figure: number;
  readonly unit: string;
}

/** What is missing and what is left in the month looked at, and what the whole stop costs, at the place. */
export function shockHeadline(view: ShockView): readonly ShockHeadline[] {
  const { place, month, words, book } = view;
  const { headline } = words.shock;
  const here = book.region(place);
  const unmet = seriesOf(view, "unmet").filter(({ region }) => region === place);
  const missing = unmet.reduce((sum, series) => sum + (valuesOf(series)[month] ?? 0), 0);
  const item = (id: keyof typeof headline, figure: number, unit: string): ShockHeadline => ({
    id,
    title: headline[id](here),
    value: show(view, figure, unit),
    figure,
    unit,
  });
  return [
    item("unmet", missing, unmet[0]?.unit ?? "t/y"),
    item("stores", storesOf(view)[month] ?? 0, "t"),
    item("loss", totalOf(view, "loss"), "kUSD"),
    item("atRisk", totalOf(view, "valueAddedAtRisk"), "kUSD"),
  ];
}
