import { levers } from "@didym/core/levers";
import { catalogue, type LeverName } from "@didym/messages";
import { readVersions } from "../../versions.js";

/** Every lever there is: its words in both languages, its equation, and its fields with units, ranges and choices. */
export async function leversDocument(): Promise<unknown> {
  const [en, zh] = [catalogue("en").levers, catalogue("zh").levers];
  return {
    schema: "didym/levers@1",
    versions: await readVersions(),
    levers: levers.map(({ kind, fields }) => {
      const [words, chinese] = [en[kind as LeverName], zh[kind as LeverName]];
      return {
        kind,
        title: { en: words.title, zh: chinese.title },
        text: { en: words.text, zh: chinese.text },
        ...("equation" in words && { equation: words.equation }),
        ...("source" in words && { source: words.source }),
        fields: Object.fromEntries(Object.entries(fields).map(([name, { facts }]) => [name, facts])),
      };
    }),
  };
}
