import type { LineData } from "@didym/charts";
import type { ShockSeries } from "@didym/core/shock";
import {
  measureAll,
  nameOf,
  regionsOf,
  seriesOf,
  show,
  storesOf,
  valuesOf,
  type ShockView,
} from "../view.js";

const most = (series: ShockSeries): number => Math.max(...series.values);
const monthOfMost = (series: ShockSeries): number => series.values.indexOf(most(series)) + 1;

function monthLines(
  view: ShockView,
  head: { id: string; title: string; summary: string },
  series: readonly ShockSeries[],
  label: (series: ShockSeries) => string,
): LineData {
  const measure = measureAll(view, series);
  return {
    ...head,
    unit: measure.label,
    years: [0, ...view.answer.result.months],
    series: series.map((item) => ({ id: nameOf(item), label: label(item), values: valuesOf(item) })),
    format: measure.number,
    mark: view.month,
  };
}

/** What goes unmet at the place, by end use; the five largest. */
export function unmetData(view: ShockView): LineData {
  const { words, book, place } = view;
  const { figures } = words.shock;
  const rows = seriesOf(view, "unmet")
    .filter(({ region, values }) => region === place && values.some((value) => value > 0))
    .sort((a, b) => most(b) - most(a))
    .slice(0, 5);
  const first = rows[0];
  const summary =
    first === undefined
      ? words.shock.noUnmet
      : figures.unmetSummary(
          book.endUse(first.endUse ?? ""),
          show(view, most(first), first.unit),
          monthOfMost(first),
        );
  const head = { id: "unmet", title: figures.unmet(book.region(place)), summary };
  return monthLines(view, head, rows, ({ endUse }) => book.endUse(endUse ?? ""));
}

/** Price at the place, where the stop comes from, and among those left out of it. */
export function priceData(view: ShockView): LineData {
  const { words, book, place, good, answer } = view;
  const { figures } = words.shock;
  const places = [place, "non-members", ...answer.spec.by.slice(0, 1)];
  const prices = seriesOf(view, "price").filter((series) => series.good === good);
  const rows = places.flatMap((wanted) => prices.find(({ region }) => region === wanted) ?? []);
  const own = rows.find(({ region }) => region === place);
  const summary =
    own === undefined
      ? ""
      : figures.priceSummary(
          book.region(place),
          show(view, own.before, own.unit),
          show(view, most(own), own.unit),
          monthOfMost(own),
        );
  const head = { id: "price", title: figures.price(book.good(good)), summary };
  return monthLines(view, head, rows, ({ region }) => book.region(region));
}

/** Stores that remain at the place, by good; the five largest. */
export function storesData(view: ShockView): LineData {
  const { words, book, place, answer } = view;
  const { figures } = words.shock;
  const rows = seriesOf(view, "stores")
    .filter(({ region }) => regionsOf(view).includes(region))
    .sort((a, b) => b.before - a.before)
    .slice(0, 5);
  const all = storesOf(view);
  const summary =
    rows.length === 0
      ? words.shock.noStores
      : figures.storesSummary(show(view, all[0] ?? 0, "t"), show(view, all[answer.result.stopped] ?? 0, "t"));
  const head = { id: "stores", title: figures.stores(book.region(place)), summary };
  return monthLines(view, head, rows, ({ good, region }) =>
    regionsOf(view).length === 1 ? book.good(good ?? "") : `${book.good(good ?? "")}, ${book.region(region)}`,
  );
}
