import type { Assumptions } from "./assumptions.js";
import type { ChainRows, ChainTables } from "./chain-file.js";

/** Shares of rare-earth oxide by element, summing to 1. */
export type Basket = ReadonlyMap<string, number>;

/** Basket of deposits mixed by weight; contents as published are brought to the sum of 1. */
export function mixBaskets(tables: ChainTables, deposits: readonly { id: string; weight: number }[]): Basket {
  const mix = new Map<string, number>();
  let weights = 0;
  for (const { id, weight } of deposits) {
    const rows = tables.baskets.filter((row) => row.deposit_id === id);
    const sum = rows.reduce((total, row) => total + row.value, 0);
    weights += weight;
    for (const row of rows) mix.set(row.element, (mix.get(row.element) ?? 0) + (weight * row.value) / sum);
  }
  for (const [element, share] of mix) mix.set(element, share / weights);
  return mix;
}

/** Basket of a class of concentrate, mixed from the deposits that stand for it. */
export function classBasket(tables: ChainTables, good: string): Basket {
  const rows = tables["class-baskets"].filter((row) => row.good === good);
  return feedBasket(
    tables,
    good,
    rows.map((row) => ({ id: row.deposit_id, weight: row.weight })),
  );
}

/** Basket of a feed from the named deposits; what another separation leaves holds nothing light. */
export function feedBasket(
  tables: ChainTables,
  good: string,
  deposits: readonly { id: string; weight: number }[],
): Basket {
  const mix = mixBaskets(tables, deposits);
  return tables.technologies.some((row) => row.leaves === good) ? withoutLight(tables, mix) : mix;
}

function withoutLight(tables: ChainTables, basket: Basket): Basket {
  const light = new Set(tables.elements.filter((row) => row.light === 1).map((row) => row.element));
  const rest = [...basket].filter(([element]) => !light.has(element));
  const sum = rest.reduce((total, [, share]) => total + share, 0);
  return new Map(rest.map(([element, share]) => [element, share / sum]));
}

/** t of element per t of oxide counted in a concentrate with this basket. */
export function elementContent(tables: ChainTables, basket: Basket): Record<string, number> {
  return Object.fromEntries(
    [...basket].map(([element, share]) => [element, share * (factorOf(tables, element) ?? 0)]),
  );
}

export function factorOf(tables: ChainTables, element: string): number | undefined {
  return tables.elements.find((row) => row.element === element)?.element_per_oxide;
}

/**
 * Outputs of separation, t per t of feed: every element in its oxide, or, where the technology leaves a concentrate, the light
 * elements in theirs and the rest in it. Losses are the share not recovered.
 */
export function separationYields(
  tables: ChainTables,
  technology: ChainRows["technologies"],
  basket: Basket,
  assumptions: Assumptions,
): Record<string, number> {
  const recovery = assumptions.get("recovery", technology.id, technology.kind);
  const yields: Record<string, number> = {};
  for (const [element, share] of basket) {
    const row = tables.elements.find((candidate) => candidate.element === element);
    if (row === undefined) continue;
    const good = technology.leaves === "" || row.light === 1 ? row.oxide : technology.leaves;
    yields[good] = (yields[good] ?? 0) + share * recovery;
  }
  return yields;
}
