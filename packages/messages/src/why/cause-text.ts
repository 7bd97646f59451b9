import type { Chain } from "@didym/core/chain";
import type { Cause, CauseStep, LeverReach } from "@didym/core/why";
import type { Language } from "../text.js";
import { whyWords } from "./index.js";

/** Names of a list that are told before the rest is `others`. */
const told = 3;

/** The links of a chain of causes in words: what the lever does, then what moves. */
export function causeLinks(cause: Cause, chain: Chain, language: Language): string[] {
  return [actText(cause, chain, language), ...stepTexts(cause, chain, language)];
}

/** A chain of causes as one sentence. */
export function causeText(cause: Cause, chain: Chain, language: Language): string {
  return whyWords(language).chain(
    cause.lever,
    actText(cause, chain, language),
    stepTexts(cause, chain, language),
  );
}

function stepTexts({ steps }: Cause, chain: Chain, language: Language): string[] {
  return steps.map((step) => whyWords(language).link(factsOf(step, chain, language)));
}

function actText({ kind, form, reach }: Cause, chain: Chain, language: Language): string {
  const words = whyWords(language);
  const { from, to } = reach;
  return words.act({
    kind,
    form: form ?? "",
    goods: goodsText(reach, chain, language),
    from: placesText(from, chain, language),
    to: placesText(to, chain, language),
  });
}

/** Names of the goods; those of a whole stage by its name. */
function goodsText({ goods }: LeverReach, chain: Chain, language: Language): string {
  const words = whyWords(language);
  if (goods.length === 0 || goods.length === chain.goods.length) return words.anyGoods;
  const names: string[] = [];
  for (const stage of Object.keys(words.stages)) {
    const all = chain.goods.filter((good) => good.stage === stage);
    const hit = all.filter(({ id }) => goods.includes(id));
    if (hit.length > 1 && hit.length === all.length) names.push(words.stages[stage]);
    else names.push(...hit.map(({ id }) => nameOf(chain, id, language)));
  }
  return words.list(names.slice(0, told), names.length > told);
}

/** Names of regions; many of them as the seats at the table or as all others. */
function placesText(regions: readonly string[], chain: Chain, language: Language): string {
  const words = whyWords(language);
  if (regions.length === 0) return words.others;
  const seats = new Set(chain.seats.flatMap((seat) => seat.regions));
  if (regions.length >= chain.regions.length - 1) return words.places["all"];
  if (regions.length === seats.size && regions.every((id) => seats.has(id))) return words.places["members"];
  const names = regions.map((id) => nameOf(chain, id, language));
  return words.list(names.slice(0, told), names.length > told);
}

function factsOf({ metric, names, unit, before, after }: CauseStep, chain: Chain, language: Language) {
  const words = whyWords(language);
  const name = (id: string | undefined): string => nameOf(chain, id, language);
  const share = unit === "1" && metric !== "hhi";
  const [shownBefore, shownAfter] = share ? pair(100 * before, 100 * after) : pair(before, after);
  return {
    metric,
    unit: unit === "1" ? "" : unit,
    good: name(names["good"]),
    region: name(names["region"]),
    partner: name(names["partner"]),
    stage: words.stages[names["stage"]] ?? "",
    endUse: name(names["endUse"]),
    kind: names["kind"] ?? "",
    lever: names["lever"] ?? "",
    before: share ? `${shownBefore}%` : shownBefore,
    after: share ? `${shownAfter}%` : shownAfter,
    change: share
      ? `${signed(100 * (after - before))} ${words.points}`
      : before === 0
        ? ""
        : `${signed(100 * (after / before - 1))}%`,
    moved: figure(Math.abs(after - before), 3),
    rises: after >= before,
  };
}

/** A name in the reader's language; in English that of an element or a use is a common word, that of a deposit is not. */
function nameOf(chain: Chain, id: string | undefined, language: Language): string {
  if (id === undefined) return "";
  const words = whyWords(language);
  const good = chain.goods.find((entry) => entry.id === id);
  if (good?.stage === "concentrate") return good.name[language];
  const common = (good ?? chain.endUses.find((entry) => entry.id === id))?.name[language];
  if (common !== undefined) return language === "en" ? uncapitalised(common) : common;
  const region = chain.regions.find((entry) => entry.id === id)?.name[language] ?? words.places[id];
  if (region !== undefined) return language === "en" ? withArticle(region) : region;
  const stage = /^([a-z]+)\.\*$/u.exec(id)?.[1];
  return (stage === undefined ? undefined : words.stages[stage]) ?? id;
}

/** `Dysprosium oxide` within a sentence is `dysprosium oxide`; `NdPr` and `EV` stay. */
function uncapitalised(name: string): string {
  return /^[A-Z][a-z]+\b/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

/** `the United States`, `the rest of the EU`. */
function withArticle(name: string): string {
  return /^(?:United|Rest)/u.test(name) ? `the ${name.replace(/^Rest/u, "rest")}` : name;
}

/** Two figures with as many digits as show by how much they differ to a fifth, at least three and at most six. */
function pair(before: number, after: number): [string, string] {
  const gap = after - before;
  for (let digits = 3; digits < 6; digits++) {
    const shown = Number(after.toPrecision(digits)) - Number(before.toPrecision(digits));
    if (Math.abs(shown - gap) <= 0.2 * Math.abs(gap)) return [figure(before, digits), figure(after, digits)];
  }
  return [figure(before, 6), figure(after, 6)];
}

function figure(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const whole = Math.abs(rounded) >= 10 ** (digits - 1);
  return whole ? Math.round(rounded).toLocaleString("en") : rounded.toPrecision(digits);
}

const signed = (value: number): string => `${value >= 0 ? "+" : "−"}${Math.abs(value).toFixed(1)}`;
