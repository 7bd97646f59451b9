import type { Band, LineData, LineSeries } from "@didym/charts";
import { measureOf, showFigure } from "../../../format/measure.js";
import { exposureStages, makers, pricedRegions, ref } from "../references.js";
import { at, changeWords, largestOf, type LabView } from "../view.js";

interface Wanted {
  readonly reference: string;
  readonly label: string;
}

/** Price of the good through the years, delivered, by region. */
export function priceData(view: LabView): LineData {
  const { look, words, book, answer, language } = view;
  const wanted = pricedRegions(look.region).map((region) => ({
    reference: ref.price(look.good, region),
    label: book.region(region),
  }));
  const own = wanted[0]?.reference ?? "";
  const [firstYear = 0, lastYear = 0] = [answer.years[0], answer.years.at(-1)];
  const show = (year: number) => showFigure(at(view, own, year).value ?? 0, "USD/kg", language, words.units);
  const summary = words.lab.figures.priceSummary(
    book.region(look.region),
    book.good(look.good),
    show(firstYear),
    firstYear,
    show(lastYear),
    lastYear,
    changeWords(at(view, own, lastYear), view),
  );
  return lines(view, {
    id: "price",
    title: words.lab.figures.price(book.good(look.good)),
    summary,
    unit: "USD/kg",
    wanted,
    banded: 0,
  });
}

/** What can be made and what is made of the good, by region. */
export function supplyData(view: LabView): LineData {
  const { look, words, book, numbers, language, year } = view;
  const { figures } = words.lab;
  const wanted = makers(look.region)
    .slice(0, 3)
    .flatMap((region) => [
      { reference: ref.production(look.good, region), label: figures.productionOf(book.region(region)) },
      { reference: ref.capacity(look.good, region), label: figures.capacityOf(book.region(region)) },
    ]);
  const world = at(view, ref.production(look.good, "world")).value ?? 0;
  const china = at(view, ref.production(look.good, "CHN")).value ?? 0;
  const summary = figures.supplySummary(
    book.good(look.good),
    year,
    showFigure(world, "t/y", language, words.units),
    world > 0 ? numbers.percent(china / world) : words.lab.headline.none,
  );
  return lines(view, {
    id: "supply",
    title: figures.supply(book.good(look.good)),
    summary,
    unit: "t/y",
    wanted,
    banded: -1,
  });
}

/** How much of the region's use passed China, by stage, bought and contained. */
export function exposureData(view: LabView): LineData {
  const { look, words, book, numbers, year } = view;
  const { figures, stages, headline } = words.lab;
  const wanted = exposureStages.flatMap((stage) => [
    { reference: ref.exposure(stage, look.region, "direct"), label: figures.stageDirect(stages[stage]) },
    { reference: ref.exposure(stage, look.region, "embodied"), label: figures.stageEmbodied(stages[stage]) },
  ]);
  const share = (kind: "direct" | "embodied") => {
    const { value } = at(view, ref.exposure("oxide", look.region, kind));
    return value === undefined ? headline.none : numbers.percent(value);
  };
  const summary = figures.exposureSummary(book.region(look.region), share("direct"), share("embodied"), year);
  return lines(view, {
    id: "exposure",
    title: figures.exposure(book.region(look.region)),
    summary,
    unit: "ratio",
    wanted,
    banded: 1,
  });
}

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly unit: string;
  readonly wanted: readonly Wanted[];
  /** Which line has its bands drawn: more than one would hide each other. */
  readonly banded: number;
}

/** Nested bands and the median from the rows of the five levels. */
function bandsOf(rows: readonly (readonly number[])[] | undefined): {
  bands?: Band[];
  median?: readonly number[];
} {
  const [p5, p25, p50, p75, p95] = rows ?? [];
  if (!p5 || !p25 || !p50 || !p75 || !p95) return {};
  const bands = [
    { share: 0.9, low: p5, high: p95 },
    { share: 0.5, low: p25, high: p75 },
  ];
  return { bands, median: p50 };
}

function lines(view: LabView, { wanted, unit, banded, ...caption }: Asked): LineData {
  const { answer, language, words, year } = view;
  const rows = wanted.map(({ reference }) => answer.rows[reference]);
  const measure = measureOf(unit, largestOf(rows), language, words.units);
  const series = wanted.flatMap(({ reference, label }, index): LineSeries[] => {
    const row = rows[index];
    if (row === undefined || row.values.every((value) => value === undefined || value === 0)) return [];
    return [
      {
        id: reference,
        label,
        values: row.values,
        ...(row.against && { against: row.against }),
        ...(index === banded && bandsOf(view.bands?.[reference])),
        ...(index === banded && view.paths?.[reference] && { paths: view.paths[reference] }),
      },
    ];
  });
  return {
    ...caption,
    unit: measure.label,
    years: answer.years,
    mark: year,
    againstLabel: view.against,
    pathLabel: words.lab.bands.path,
    format: measure.number,
    series,
  };
}
