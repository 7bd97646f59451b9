import type { MapData } from "@didym/charts";
import { measureOf, showFigure } from "../../../format/measure.js";
import type { RegionFacts } from "../../../worker/describe.js";
import type { LabView } from "../view.js";

/** Who makes the good (bubbles) and ships it to whom (arcs) in the year. @param members region ids of the members. */
export function mapData(
  view: LabView,
  regions: readonly RegionFacts[],
  members: ReadonlySet<string>,
  land: unknown,
): MapData {
  const { answer, words, book, look, year, language } = view;
  const { figures } = words.lab;
  const { made, flows } = answer.map;
  const value = new Map(made.map(({ region, tonnes }) => [region, tonnes]));
  const measure = measureOf("t/y", Math.max(0, ...value.values()), language, words.units);
  const largest = [...flows].sort((a, b) => b.tonnes - a.tonnes)[0];
  const good = book.good(look.shipment);
  return {
    id: "map",
    title: figures.map(good, year),
    summary:
      largest === undefined
        ? figures.nothingDrawn
        : figures.mapSummary(
            good,
            book.region(largest.from),
            book.region(largest.to),
            showFigure(largest.tonnes, "t/y", language, words.units),
            year,
          ),
    unit: measure.label,
    format: measure.number,
    land,
    places: regions.map(({ id, longitude, latitude }) => ({
      id,
      label: book.region(id),
      longitude,
      latitude,
      value: value.get(id) ?? 0,
      group: id === "CHN" ? 0 : id === look.region ? 1 : members.has(id) ? 2 : 3,
    })),
    flows: flows.map(({ from, to, tonnes }) => ({ from, to, value: tonnes })),
  };
}
