import { itemsOf } from "../keys.js";
import { placeMap } from "../place-map.js";
import type { Row, Table } from "../table.js";
import type { ImportedFigure } from "./imported.js";

/** Tables of the chain that state the base year. */
const stated = ["chain-nodes", "chain-figures", "chain-prices", "chain-disposal", "chain-recycled"];

/**
 * Rows of the base year that cite the figure's source, in whichever edition, and are about where the figure is from (and, of a flow, where it
 * goes): those to look at again where the figure changes. None for reserves, on which the base year does not rest.
 */
export function baseYearRows(figure: ImportedFigure, tables: ReadonlyMap<string, Table>): string[] {
  if (figure.table === "reserves") return [];
  const [, first, origin, ...rest] = figure.id.split(".");
  const [from, others] = figure.table === "trade" ? [origin, rest] : [first, []];
  const known = placesKnown(tables);
  return stated.flatMap((name) =>
    (tables.get(name)?.rows ?? [])
      .filter((row) => cites(row, figure.source) && isAbout(placesOf(row, known), from, others))
      .map((row) => String(row["id"])),
  );
}

function isAbout(places: readonly string[], from: string, others: readonly string[]): boolean {
  return places[0] === from && places.every((place) => place === from || others.includes(place));
}

function cites(row: Row, source: string): boolean {
  const sources = itemsOf(row["source_id"] ?? null).map(withoutEdition);
  return sources.includes(withoutEdition(source));
}

const withoutEdition = (source: string): string => source.replace(/\d{4}$/u, "");

/** Places of official files and regions of the chain, of which some hold several places. */
function placesKnown(tables: ReadonlyMap<string, Table>): ReadonlySet<string> {
  const regions = (tables.get("chain-regions")?.rows ?? []).map((row) => String(row["id"]));
  return new Set([...placeMap(tables).values(), ...regions]);
}

/** Its region, or those named in its terms (`flow:USA>CHN:concentrate.*`). */
function placesOf({ region, terms }: Row, known: ReadonlySet<string>): string[] {
  return [region, terms].flatMap((cell) =>
    typeof cell === "string" ? cell.split(/[^\w-]+/u).filter((word) => known.has(word)) : [],
  );
}
