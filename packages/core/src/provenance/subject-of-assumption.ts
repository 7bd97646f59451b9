import type { Subject } from "./fact.js";
import type { Names } from "./names.js";

/** Assumptions of games, crises and reactions: no figure of a run rests on them. */
const outside = /^(?:summit|shock|reaction)\./u;
const stages = ["concentrate", "oxide", "metal", "magnet"];
const kinds = ["mine", "separation", "metal", "magnet", "recycling"];
/** Parameters of makers, whose last name is a kind, a technology or a node and not a stage. */
const ofMakers =
  /^(?:supply-elasticity|capital-cost|lead-time|horizon\.(?:ramp-years|learning-rate|recovery)|recovery)\./u;

/** What an assumption is about, from its id (`ids.md`); undefined where no figure of a run rests on it. */
export function subjectOfAssumption(id: string, names: Names): Subject | undefined {
  if (outside.test(id)) return undefined;
  const lever = /^lever\.([a-z-]+)\./u.exec(id)?.[1];
  if (lever !== undefined) return { ...nothing, lever };
  const parts = id.split(".");
  const endUses = parts[0] === "demand" ? parts.filter((part) => isEndUse(part, names)) : [];
  if (endUses.length > 0)
    return { ...nothing, endUses, goods: endUses.flatMap((use) => names.goodsOfUse(use)) };
  const technologies = ofMakers.test(id) ? makersNamed(parts, names) : [];
  if (technologies.length > 0)
    return { ...nothing, technologies, goods: technologies.flatMap((one) => names.productsOf(one)) };
  const goods = goodsNamed(id, parts, names);
  return { ...nothing, goods, regions: parts.flatMap((part) => names.regions(part)) };
}

const nothing: Subject = { goods: [], regions: [], endUses: [], technologies: [] };

function isEndUse(part: string, { chain }: Names): boolean {
  return chain.endUses.some(({ id }) => id === part);
}

function makersNamed(parts: readonly string[], { chain }: Names): string[] {
  const last = parts.at(-1) ?? "";
  return chain.technologies
    .filter(({ id, kind }) => id === last || (kinds.includes(last) && kind === last))
    .map(({ id }) => id);
}

function goodsNamed(id: string, parts: readonly string[], names: Names): number[] {
  const good = names.chain.goods.findIndex((one) => id.endsWith(`.${one.id}`));
  if (good >= 0) return [good];
  const last = parts.slice(1).join(".");
  const several = stages.some((stage) => last.startsWith(`${stage}.`)) ? names.goods(`${last}*`) : [];
  if (several.length > 0) return several;
  const stage = parts.find((part) => stages.includes(part));
  if (stage !== undefined) return names.goodsOfStage(stage);
  if (parts.includes("magnets")) return names.goodsOfStage("magnet");
  return parts.includes("oxides") ? names.goodsOfStage("oxide") : [];
}
