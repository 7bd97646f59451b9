import type { Chain } from "@didym/core/chain";
import type { Cause, CauseStep } from "@didym/core/why";
import { whyWords, type Language } from "@didym/messages";

const aggregates: Readonly<Record<string, { en: string; zh: string }>> = {
  members: { en: "the members", zh: "成员" },
  "non-members": { en: "the others", zh: "非成员" },
  world: { en: "the world", zh: "全球" },
  "world-excluding-CHN": { en: "the world outside China", zh: "中国以外" },
};

/** The links of a chain of causes in words. */
export function causeLinks(cause: Cause, chain: Chain, language: Language): string[] {
  return cause.steps.map((step) => whyWords(language).link(factsOf(step, chain, language)));
}

/** A chain of causes as one sentence. */
export function causeText(cause: Cause, chain: Chain, language: Language): string {
  return whyWords(language).chain(cause.lever, causeLinks(cause, chain, language));
}

function factsOf({ metric, names, unit, before, after }: CauseStep, chain: Chain, language: Language) {
  const name = (id: string | undefined): string => {
    const found = [...chain.regions, ...chain.goods].find((entry) => entry.id === id)?.name;
    return found?.[language] ?? aggregates[id ?? ""]?.[language] ?? id ?? "";
  };
  const change = before === 0 ? "" : signed(100 * (after / before - 1));
  return {
    metric,
    unit,
    good: name(names["good"]),
    region: name(names["region"]),
    partner: name(names["partner"]),
    before: figure(before),
    after: figure(after),
    percent: change && `${change}%`,
    rises: after >= before,
  };
}

const figure = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);

const signed = (value: number): string => `${value >= 0 ? "+" : "−"}${Math.abs(value).toFixed(1)}`;
