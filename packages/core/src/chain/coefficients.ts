import type { Assumptions } from "./assumptions.js";
import { classBasket, mediumAndHeavy, mixBaskets, separationYields, type Basket } from "./baskets.js";
import type { ChainRows, ChainTables } from "./chain-file.js";

/** t per t of level. */
export interface Coefficients {
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
}

type TechnologyRow = ChainRows["technologies"];

/** Inputs and outputs of a technology; `basket` names deposits joined by `+` whose mean basket replaces that of the class. */
export function coefficientsOf(
  tables: ChainTables,
  row: TechnologyRow,
  assumptions: Assumptions,
  basket = "",
): Coefficients {
  switch (row.kind) {
    case "mine":
      return { inputs: {}, outputs: { [row.level_good]: 1 } };
    case "separation":
      return {
        inputs: { [row.level_good]: 1 },
        outputs: separationYields(
          tables,
          row.level_good,
          basketOf(tables, row.level_good, basket),
          assumptions,
        ),
      };
    case "metal":
      return metal(tables, row, assumptions);
    case "magnet":
      return magnet(tables, row);
    default:
      return recycling(row, assumptions);
  }
}

function basketOf(tables: ChainTables, feed: string, named: string): Basket {
  if (named === "") return classBasket(tables, feed);
  const deposits = named.split("+").map((id) => ({ id, weight: 1 }));
  const mix = mixBaskets(tables, deposits);
  return feed === "concentrate.seg" ? mediumAndHeavy(tables, mix) : mix;
}

/** t of metal in a t of an oxide product. */
export function metalPerOxide(tables: ChainTables, oxide: string): number {
  const rows = tables.elements.filter((row) => row.oxide === oxide);
  const shares = rows.reduce((sum, row) => sum + row.share_of_oxide_good, 0);
  return rows.reduce((sum, row) => sum + row.share_of_oxide_good * row.element_per_oxide, 0) / shares;
}

function metal(tables: ChainTables, row: TechnologyRow, assumptions: Assumptions): Coefficients {
  const product = row.level_good.slice("metal.".length);
  const oxide = `oxide.${product}`;
  const recovered = assumptions.get("yield", `metal.${product}`, "metal");
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
    const oxide = part.input.replace("metal.", "oxide.");
    const perOxide = metalPerOxide(tables, oxide);
    const charged = part.content / (1 - part.scrap_share);
    inputs[part.input] = part.input === oxide ? charged / perOxide : charged;
    const returned = (charged * part.scrap_share * part.scrap_recovery) / perOxide;
    if (returned > 0) outputs[oxide] = (outputs[oxide] ?? 0) + returned;
  }
  return { inputs, outputs };
}

function recycling(row: TechnologyRow, assumptions: Assumptions): Coefficients {
  const by = (element: string): number => assumptions.get(row.id, element);
  return { inputs: {}, outputs: { [row.level_good]: 1, "oxide.Dy": by("Dy"), "oxide.Tb": by("Tb") } };
}

/** t of each element in a finished tonne of what the technology makes. */
export function magnetContent(tables: ChainTables, technology: string): Record<string, number> {
  const content: Record<string, number> = {};
  for (const part of tables["magnet-composition"].filter((row) => row.technology === technology)) {
    const oxide = part.input.replace("metal.", "oxide.");
    const rows = tables.elements.filter((row) => row.oxide === oxide);
    for (const row of rows)
      content[row.element] = (content[row.element] ?? 0) + part.content * row.share_of_oxide_good;
  }
  return content;
}
