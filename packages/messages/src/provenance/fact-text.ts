import type { Chain } from "@didym/core/chain";
import type { Fact } from "@didym/core/provenance";
import type { Language } from "../text.js";
import { factsEn } from "./en.js";
import { factsZhCn } from "./zh-cn.js";

/** What a row of the data is about: its own name, else words for what it names (`Price of Dysprosium oxide, China`); none of an assumption. */
export function factText(
  { kind, what, names }: Pick<Fact, "kind" | "what" | "names">,
  chain: Chain,
  language: Language,
): string | undefined {
  if (what !== undefined) return what[language];
  if (names === undefined) return undefined;
  const words = language === "zh" ? factsZhCn : factsEn;
  const entries = [...chain.goods, ...chain.regions, ...chain.endUses];
  const nameOf = (id = "*"): string =>
    id === "" || id === "*"
      ? words.elsewhere
      : (entries.find((entry) => entry.id === id)?.name[language] ?? id);
  const text = kind === "price" || kind === "growth" || kind === "wedge" ? words[kind] : words.cost;
  return text({
    good: nameOf(names.good),
    where: nameOf(names.regions),
    endUse: nameOf(names.endUse),
    technology: names.technology ?? "",
    year: String(names.year),
  });
}
