import type { FoundRow } from "../baseline/found-year.js";
import type { Chain, Text } from "../chain/chain.js";

/** What a row that has no name of its own is about, from the names of the chain: `Price of dysprosium oxide, China`. */
export function rowWords({ kind, name, ...row }: FoundRow, chain: Chain): Text {
  if (name !== undefined) return { en: name, zh: name };
  const named = new Map(
    [...chain.goods, ...chain.regions, ...chain.endUses].map((one) => [one.id, one.name]),
  );
  const words = (id: string | undefined): Text =>
    id === undefined || id === "" || id === "*" ? everywhere : (named.get(id) ?? { en: id, zh: id });
  const [good, where, use] = [words(row.good), words(row.regions), words(row.endUse)];
  switch (kind) {
    case "price":
      return { en: `Price of ${good.en}, ${where.en}`, zh: `${good.zh}价格，${where.zh}` };
    case "growth":
      return {
        en: `Demand of ${use.en} in ${String(row.year)} over the base year, ${where.en}`,
        zh: `${String(row.year)}年${use.zh}需求与基年之比，${where.zh}`,
      };
    case "wedge":
      return { en: `Duty or tax on ${good.en}, ${where.en}`, zh: `${good.zh}的关税或税，${where.zh}` };
    default: {
      const plant = row.technology ?? "";
      return { en: `Cost of ${plant}, ${where.en}`, zh: `${plant} 的成本，${where.zh}` };
    }
  }
}

const everywhere: Text = { en: "all others", zh: "其余各地" };
