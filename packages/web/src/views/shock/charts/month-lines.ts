import type { LineData } from "@didym/charts";
import {
  lostUse,
  measureAll,
  nameOf,
  seriesOf,
  show,
  storesByGood,
  storesOf,
  valuesOf,
  type ShockView,
} from "../view.js";

interface Line {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | undefined)[];
}

const shown = 5;

function monthLines(
  view: ShockView,
  head: { id: string; title: string; summary: string },
  unit: string,
  series: readonly Line[],
): LineData {
  const measure = measureAll(
    view,
    unit,
    series.map(({ values }) => values),
  );
  return {
    ...head,
    unit: measure.label,
    years: [0, ...view.answer.result.months],
    across: view.words.shock.figures.monthHeader,
    series,
    format: measure.number,
    mark: view.month,
  };
}

/** What more goes unmet at the place than without the stop, by end use; the five that move most. */
export function unmetData(view: ShockView): LineData {
  const { words, book, place } = view;
  const { figures } = words.shock;
  const rows = lostUse(view).slice(0, shown);
  const first = rows[0];
  const most = Math.max(0, ...(first?.values ?? []));
  const summary =
    first === undefined
      ? words.shock.noUnmet
      : figures.unmetSummary(
          book.endUse(first.series.endUse ?? ""),
          show(view, most, first.series.unit),
          first.values.indexOf(most),
        );
  const head = { id: "unmet", title: figures.unmet(book.region(place)), summary };
  const lines = rows.map(({ series, values }) => ({
    id: nameOf(series),
    label: book.endUse(series.endUse ?? ""),
    values,
  }));
  return monthLines(view, head, first?.series.unit ?? "t/y", lines);
}

/** Price at the place, where the stop comes from, and among those left out of it. */
export function priceData(view: ShockView): LineData {
  const { words, book, place, good, answer } = view;
  const { figures } = words.shock;
  const places = [place, "non-members", ...answer.spec.by.slice(0, 1)];
  const prices = seriesOf(view, "price").filter((series) => series.good === good);
  const rows = places.flatMap((wanted) => prices.find(({ region }) => region === wanted) ?? []);
  const own = rows.find(({ region }) => region === place);
  const most = Math.max(...(own?.values ?? []));
  const summary =
    own === undefined
      ? ""
      : figures.priceSummary(
          book.region(place),
          show(view, own.before, own.unit),
          show(view, most, own.unit),
          own.values.indexOf(most) + 1,
        );
  const head = { id: "price", title: figures.price(book.good(good)), summary };
  const lines = rows.map((series) => ({
    id: nameOf(series),
    label: book.region(series.region),
    values: valuesOf(series),
  }));
  return monthLines(view, head, "USD/kg", lines);
}

/** Stores that remain at the place, by good; the five largest. */
export function storesData(view: ShockView): LineData {
  const { words, book, place, answer } = view;
  const { figures } = words.shock;
  const rows = storesByGood(view).slice(0, shown);
  const all = storesOf(view);
  const last = all[answer.result.stopped] ?? 0;
  const out = rows
    .map(({ good, values }) => ({ good, month: values.findIndex((value) => value <= 0) }))
    .filter(({ month }) => month > 0)
    .sort((a, b) => a.month - b.month)[0];
  const summary =
    rows.length === 0
      ? words.shock.noStores
      : figures.storesSummary(show(view, all[0] ?? 0, "t"), show(view, last, "t")) +
        (out === undefined ? "" : figures.storesOut(book.good(out.good), out.month));
  const head = { id: "stores", title: figures.stores(book.region(place)), summary };
  const lines = rows.map(({ good, values }) => ({ id: good, label: book.good(good), values }));
  return monthLines(view, head, "t", lines);
}
