import { classBasket, elementContent } from "./baskets.js";
import type { ChainRows, ChainTables } from "./chain-file.js";
import { magnetContent, oxideOf } from "./coefficients.js";

/** t of element per t of good. */
export function goodElements(tables: ChainTables, good: ChainRows["goods"]): Record<string, number> {
  switch (good.stage) {
    case "concentrate":
      return elementContent(tables, classBasket(tables, good.id));
    case "oxide":
      return sharesOf(tables, good.id, (row) => row.share_of_oxide_good * row.element_per_oxide);
    case "metal":
      return sharesOf(tables, oxideOf(tables, good.id), (row) => row.share_of_oxide_good);
    default:
      return magnetContent(tables, tables.technologies.find((row) => row.level_good === good.id)?.id ?? "");
  }
}

function sharesOf(
  tables: ChainTables,
  oxide: string,
  content: (row: ChainRows["elements"]) => number,
): Record<string, number> {
  return Object.fromEntries(
    tables.elements.filter((row) => row.oxide === oxide).map((row) => [row.element, content(row)]),
  );
}
