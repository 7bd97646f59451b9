import type { FoundNode, FoundOrigin } from "../baseline/found-year.js";
import type { Assumptions } from "./assumptions.js";
import type { Chain, Good } from "./chain.js";
import type { ChainTables } from "./chain-file.js";
import { basePrice } from "./price-quotes.js";
import { provenance } from "./found-year-of.js";

/** Every (region, good) that a node makes or that is recycled, with its price in USD/kg without VAT. */
export function foundOrigins(
  tables: ChainTables,
  chain: Chain,
  nodes: readonly FoundNode[],
  assumptions: Assumptions,
): FoundOrigin[] {
  return chain.regions.flatMap(({ id: region }) =>
    chain.goods
      .filter(({ id: good }) => isSupplied(tables, nodes, region, good))
      .map((good) => origin(tables, region, good, assumptions)),
  );
}

function isSupplied(tables: ChainTables, nodes: readonly FoundNode[], region: string, good: string): boolean {
  return (
    nodes.some((node) => node.region === region && (node.outputs[good] ?? 0) > 0) ||
    tables.recycled.some((row) => row.region === region && row.good === good)
  );
}

function origin(
  tables: ChainTables,
  region: string,
  { id: good, stage }: Good,
  assumptions: Assumptions,
): FoundOrigin {
  const disposal = tables.disposal.find((row) => row.region === region && row.good === good);
  const recycled = tables.recycled.find((row) => row.region === region && row.good === good);
  const price = basePrice(tables, region, good, assumptions);
  const floor = disposal === undefined ? assumptions.get("disposal-price", good, stage) : 1;
  return {
    region,
    good,
    price,
    disposalPrice: floor * price,
    ...(disposal !== undefined && { disposal: { quantity: disposal.quantity, ...provenance(disposal) } }),
    ...(recycled !== undefined && { recycled: { quantity: recycled.quantity, ...provenance(recycled) } }),
  };
}
