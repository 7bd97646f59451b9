import type { FoundQuote } from "../baseline/found-year.js";
import type { Assumptions } from "./assumptions.js";
import type { ChainRows, ChainTables } from "./chain-file.js";
import { provenance } from "./found-year-of.js";

type PriceRow = ChainRows["prices"];

/** A quote brought to USD/kg without tax. */
function quoted(row: PriceRow, assumptions: Assumptions): number {
  const tax = row.tax === "vat" ? assumptions.get("quote.vat") : 0;
  return row.found / row.per / (1 + tax) / assumptions.get("quote.exchange-rate", row.currency);
}

/** Origin price of the base year: the region's own row, else that of every region; NaN where there is none. */
export function basePrice(
  tables: ChainTables,
  region: string,
  good: string,
  assumptions: Assumptions,
): number {
  const rows = tables.prices.filter((row) => row.good === good && row.role === "base");
  const row =
    rows.find((candidate) => candidate.region === region) ??
    rows.find((candidate) => candidate.region === "*");
  return row === undefined ? Number.NaN : quoted(row, assumptions);
}

/** Quotes of another market or month that the prices of the base year are compared with. */
export function priceChecks(tables: ChainTables, assumptions: Assumptions): FoundQuote[] {
  return tables.prices
    .filter((row) => row.role === "check")
    .map((row) => ({
      id: row.id,
      region: row.region,
      good: row.good,
      price: quoted(row, assumptions),
      ...provenance(row),
    }));
}
