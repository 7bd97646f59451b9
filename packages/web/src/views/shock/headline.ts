import { numbersOf } from "../../format/numbers.js";
import { lostUse, seriesOf, show, storesOf, totalOf, valuesOf, type ShockView } from "./view.js";

export interface ShockHeadline {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  /** What the figure is held against, in words. */
  readonly about: string;
  readonly figure: number;
  readonly unit: string;
}

/** What the stop takes, dears and drains in the month looked at, and what all of it costs, at the place. */
export function shockHeadline(view: ShockView): readonly ShockHeadline[] {
  const { place, words, book } = view;
  const { headline, atRiskNote, overMonths } = words.shock;
  const here = book.region(place);
  const months = overMonths(view.answer.result.stopped, view.answer.result.months.length);
  const money = (id: "loss" | "atRisk", figure: number, about: string): ShockHeadline => ({
    id,
    title: headline[id](here),
    value: show(view, figure, "kUSD"),
    about,
    figure,
    unit: "kUSD",
  });
  return [
    lost(view, here),
    ...dearer(view, here),
    stores(view, here),
    money("loss", totalOf(view, "loss"), months),
    money("atRisk", totalOf(view, "valueAddedAtRisk"), atRiskNote),
  ];
}

/** Use that goes unmet over and above what goes unmet without the stop. */
function lost(view: ShockView, here: string): ShockHeadline {
  const { headline } = view.words.shock;
  const figure = lostUse(view).reduce((sum, { values }) => sum + (values[view.month] ?? 0), 0);
  const before = seriesOf(view, "unmet")
    .filter(({ region }) => region === view.place)
    .reduce((sum, series) => sum + series.before, 0);
  return {
    id: "unmet",
    title: headline.unmet(here),
    value: show(view, figure, "t/y"),
    about: headline.unmetAbout(show(view, before, "t/y")),
    figure,
    unit: "t/y",
  };
}

/** Price of the good looked at, with its change; nothing where it has none in the month. */
function dearer(view: ShockView, here: string): ShockHeadline[] {
  const { headline } = view.words.shock;
  const own = seriesOf(view, "price").find(({ region, good }) => region === view.place && good === view.good);
  const figure = own && valuesOf(own)[view.month];
  if (own === undefined || figure === undefined) return [];
  const ratio = own.before > 0 ? figure / own.before - 1 : 0;
  const percent = numbersOf(view.language).percent(Math.abs(ratio));
  const about =
    Math.abs(ratio) < 0.0005
      ? headline.priceSame
      : ratio > 0
        ? headline.priceUp(percent)
        : headline.priceDown(percent);
  const title = headline.price(view.book.good(view.good), here);
  return [{ id: "price", title, value: show(view, figure, own.unit), about, figure, unit: own.unit }];
}

function stores(view: ShockView, here: string): ShockHeadline {
  const { headline } = view.words.shock;
  const all = storesOf(view);
  const figure = all[view.month] ?? 0;
  return {
    id: "stores",
    title: headline.stores(here),
    value: show(view, figure, "t"),
    about: headline.storesAbout(show(view, all[0] ?? 0, "t")),
    figure,
    unit: "t",
  };
}
