import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseCsv } from "@didym/core";
import type { Plugin } from "vite";

const file = fileURLToPath(new URL("../../../data/evidence/prices.csv", import.meta.url));
/** Products whose quotes count for a good of the model: the mix is quoted since 2019 only, neodymium alone before. */
const quotedAs: Readonly<Record<string, readonly string[]>> = {
  "oxide.NdPr": ["oxide.NdPr", "oxide.Nd"],
  "oxide.Dy": ["oxide.Dy"],
  "oxide.Tb": ["oxide.Tb"],
  "oxide.Sm": ["oxide.Sm"],
  "oxide.Gd": ["oxide.Gd"],
  "oxide.Y": ["oxide.Y"],
};

interface Quote {
  readonly price: number;
  readonly period: string;
  readonly source: string;
}

/** Lowest and highest price quoted of each oxide, USD/kg of the day, with the period and source of each. */
function priceRange(): string {
  const { header, records } = parseCsv(readFileSync(file, "utf8"), "prices.csv");
  const names = header?.cells ?? [];
  const rows = records.map(({ cells }) => Object.fromEntries(names.map((name, k) => [name, cells[k] ?? ""])));
  const range = (products: readonly string[]): readonly [Quote, Quote] | undefined => {
    const quotes = rows
      .filter(
        (row) => products.includes(row["product"] ?? "") && row["unit"] === "USD/kg" && row["value"] !== "",
      )
      .map((row): Quote => ({
        price: Number(row["value"]),
        period: row["period"] ?? "",
        source: row["source_id"] ?? "",
      }))
      .sort((a, b) => a.price - b.price);
    const [low, high] = [quotes[0], quotes.at(-1)];
    return low && high && [low, high];
  };
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(quotedAs).flatMap(([good, products]) => {
        const found = range(products);
        return found ? [[good, { low: found[0], high: found[1] }]] : [];
      }),
    ),
  );
}

/** Puts the range of prices ever quoted beside the page, so that it can say when a run leaves it. */
export function pageHistory(): Plugin {
  return {
    name: "didym-page-history",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "history/prices.json", source: priceRange() });
    },
  };
}
