import type { BaseWedge } from "../baseline/baseline.js";
import { matchesGood, regionsOf } from "../baseline/matching.js";
import type { Chain } from "./chain.js";
import type { ChainTables } from "./chain-file.js";

/** Duties and export taxes of the base year, one row a route; `except` lists the origins that pay none. */
export function foundWedges(tables: ChainTables, chain: Chain): BaseWedge[] {
  return tables.wedges.flatMap((row) => {
    const free = new Set(regionsOf(chain, row.except));
    const goods = chain.goods.filter((good) => matchesGood(row.good, good.id));
    return regionsOf(chain, row.from).flatMap((from) =>
      free.has(from)
        ? []
        : regionsOf(chain, row.to)
            .filter((to) => to !== from)
            .flatMap((to) => goods.map((good) => wedge(row, from, to, good.id))),
    );
  });
}

function wedge(row: ChainTables["wedges"][number], from: string, to: string, good: string): BaseWedge {
  return {
    id: row.id,
    kind: row.kind as BaseWedge["kind"],
    from,
    to,
    good,
    adValorem: row.ad_valorem,
    specific: row.specific,
  };
}
