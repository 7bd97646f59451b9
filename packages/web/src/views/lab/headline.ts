import { measureOf, showFigure } from "../../format/measure.js";
import { headlineGoods, ref } from "./references.js";
import { at, changeWords, changeWordsOf, pointWords, rangeOf, type LabView, type Length } from "./view.js";

export interface HeadlineItem {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly value: string;
  /** Against the run compared with, by name. */
  readonly change: string;
  /** The same without its name. */
  readonly brief: string;
  readonly about?: string;
  /** Where nine tenths of the draws lie, where that is quantified. */
  readonly range?: string | undefined;
  /** −1 lower, 0 equal, 1 higher than the run compared with. */
  readonly direction: number;
}

export type Lead = ReturnType<LabView["words"]["lab"]["headline"]["lead"]>;

/** The answer in one row of words: prices, dependence, shortage, cost, with the change against the run compared with. */
export function headline(view: LabView): HeadlineItem[] {
  const { look, year, words, book } = view;
  const { headline: say } = words.lab;
  const region = book.region(look.region);
  const goods = [
    ...new Set([look.good.startsWith("oxide.") ? look.good : headlineGoods[0], ...headlineGoods]),
  ].slice(0, 3);
  return [
    ...goods.map((good) => price(view, good, say.price(book.good(good), region, year))),
    ratio(
      view,
      ref.exposure("oxide", look.region, "embodied"),
      say.dependence(region, year),
      say.dependenceAbout,
    ),
    amount(view, "shortage", ref.unmet(look.region), "t/y", say.shortage(region, year)),
    amount(view, "cost", ref.money("fiscal-cost", look.region), "kUSD/y", say.cost(region, year)),
  ];
}

/** The answer in two sentences, from the row's own words. */
export function leadText(view: LabView, items: readonly HeadlineItem[]): Lead {
  const { look, year, words, book } = view;
  const { lead, leadPrice } = words.lab.headline;
  const item = (id: string) => items.find((one) => one.id === id);
  const told = (id: string) => ({ value: item(id)?.value ?? "", change: item(id)?.brief ?? "" });
  const [first] = items;
  const good = first?.id.replace(/^price-/u, "") ?? "";
  const priced = first !== undefined && at(view, first.reference).value !== undefined;
  return lead({
    region: book.region(look.region),
    year,
    price: priced ? leadPrice(book.good(good), first.value, first.change) : undefined,
    dependence: told("dependence"),
    shortage: told("shortage"),
    cost: told("cost"),
  });
}

function price(view: LabView, good: string, title: string): HeadlineItem {
  const reference = ref.price(good, view.look.region);
  const found = at(view, reference);
  const { words, language } = view;
  const value =
    found.value === undefined
      ? words.lab.headline.noMeaning
      : showFigure(found.value, "USD/kg", language, words.units);
  return {
    id: `price-${good}`,
    reference,
    title,
    value,
    change: changeWords(found, view),
    brief: changeWords(found, view, "brief"),
    range: rangeOf(view, reference, "USD/kg"),
    direction: directionOf(found),
  };
}

function ratio(view: LabView, reference: string, title: string, about: string): HeadlineItem {
  const found = at(view, reference);
  const value =
    found.value === undefined ? view.words.lab.headline.noMeaning : view.numbers.percent(found.value);
  return {
    id: "dependence",
    reference,
    title,
    value,
    change: pointWords(found, view),
    brief: pointWords(found, view, "brief"),
    range: rangeOf(view, reference, "ratio"),
    about,
    direction: directionOf(found),
  };
}

function amount(view: LabView, id: string, reference: string, unit: string, title: string): HeadlineItem {
  const found = at(view, reference);
  const { headline: say } = view.words.lab;
  const show = (value: number) => measureOf(unit, value, view.language, view.words.units).full(value);
  const value = found.value ?? 0;
  const difference = value - (found.against ?? 0);
  const changed = (length: Length): string => {
    const words = changeWordsOf(view, length);
    if (directionOf(found) === 0) return words.same(view.against);
    return (difference > 0 ? words.more : words.less)(show(Math.abs(difference)), view.against);
  };
  return {
    id,
    reference,
    title,
    value: Math.abs(value) < 1e-9 ? say.none : show(value),
    change: changed("whole"),
    brief: changed("brief"),
    range: rangeOf(view, reference, unit),
    direction: directionOf(found),
  };
}

/** As the words say it: less than half a thousandth is no change. */
function directionOf({
  value = 0,
  against = 0,
}: {
  value: number | undefined;
  against: number | undefined;
}): number {
  const difference = value - against;
  return Math.abs(difference) < 0.0005 * Math.max(Math.abs(against), 1e-9) ? 0 : Math.sign(difference);
}
