import type { Assumptions } from "./assumptions.js";
import { classBasket, feedBasket, separationYields } from "./baskets.js";
import type { ChainRows, ChainTables } from "./chain-file.js";

/** t per t of level. */
export interface Coefficients {
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
}

type TechnologyRow = ChainRows["technologies"];

/**
 * Inputs and outputs of a technology. Those in the table of coefficients stand as they are; else mines make their concentrate,
 * separation follows the basket of its feed, metal making the stoichiometry, magnet making its composition and scrap.
 *
 * @param basket deposits joined by `+` whose mean basket replaces that of the class.
 */
export function coefficientsOf(
  tables: ChainTables,
  row: TechnologyRow,
  assumptions: Assumptions,
  basket = "",
): Coefficients {
  const given = tables["technology-coefficients"].filter((candidate) => candidate.technology === row.id);
  if (given.length > 0) return { inputs: side(given, "input"), outputs: side(given, "output") };
  switch (row.kind) {
    case "separation":
      return separation(tables, row, assumptions, basket);
    case "metal":
      return metal(tables, row, assumptions);
    case "magnet":
      return magnet(tables, row);
    default:
      return { inputs: {}, outputs: { [row.level_good]: 1 } };
  }
}

function side(
  rows: readonly ChainRows["technology-coefficients"][],
  direction: string,
): Record<string, number> {
  return Object.fromEntries(
    rows.filter((row) => row.direction === direction).map((row) => [row.good, row.amount]),
  );
}

function separation(
  tables: ChainTables,
  row: TechnologyRow,
  assumptions: Assumptions,
  named: string,
): Coefficients {
  const feed = row.level_good;
  const deposits = named.split("+").map((id) => ({ id, weight: 1 }));
  const basket = named === "" ? classBasket(tables, feed) : feedBasket(tables, feed, deposits);
  return { inputs: { [feed]: 1 }, outputs: separationYields(tables, row, basket, assumptions) };
}

/** t of metal in a t of an oxide product. */
export function metalPerOxide(tables: ChainTables, oxide: string): number {
  const rows = tables.elements.filter((row) => row.oxide === oxide);
  const shares = rows.reduce((sum, row) => sum + row.share_of_oxide_good, 0);
  return rows.reduce((sum, row) => sum + row.share_of_oxide_good * row.element_per_oxide, 0) / shares;
}

/** The oxide that a good is reduced from; the good itself where it is not a metal. */
export function oxideOf(tables: ChainTables, good: string): string {
  return tables.goods.find((row) => row.id === good)?.made_from || good;
}

function metal(tables: ChainTables, row: TechnologyRow, assumptions: Assumptions): Coefficients {
  const oxide = oxideOf(tables, row.level_good);
  const recovered = assumptions.get("yield", row.level_good, row.stage);
  return {
    inputs: { [oxide]: 1 / (metalPerOxide(tables, oxide) * recovered) },
    outputs: { [row.level_good]: 1 },
  };
}

/** A finished tonne takes its content and what falls as scrap; scrap comes back as oxide, jointly. */
function magnet(tables: ChainTables, row: TechnologyRow): Coefficients {
  const inputs: Record<string, number> = {};
  const outputs: Record<string, number> = { [row.level_good]: 1 };
  for (const part of tables["magnet-composition"].filter((candidate) => candidate.technology === row.id)) {
    const oxide = oxideOf(tables, part.input);
    const perOxide = metalPerOxide(tables, oxide);
    const charged = part.content / (1 - part.scrap_share);
    inputs[part.input] = part.input === oxide ? charged / perOxide : charged;
    const returned = (charged * part.scrap_share * part.scrap_recovery) / perOxide;
    if (returned > 0) outputs[oxide] = (outputs[oxide] ?? 0) + returned;
  }
  return { inputs, outputs };
}

/** t of each element in a finished tonne of what the technology makes. */
export function magnetContent(tables: ChainTables, technology: string): Record<string, number> {
  const content: Record<string, number> = {};
  for (const part of tables["magnet-composition"].filter((row) => row.technology === technology)) {
    const oxide = oxideOf(tables, part.input);
    for (const row of tables.elements.filter((candidate) => candidate.oxide === oxide))
      content[row.element] = (content[row.element] ?? 0) + part.content * row.share_of_oxide_good;
  }
  return content;
}
