import type { Language, PageWords } from "@didym/messages";
import type { Description, NamedThing, Names } from "../worker/describe.js";

/** Names of what the model knows, in one language; an unknown id is its own name. */
export interface NameBook {
  readonly region: (id: string) => string;
  readonly good: (id: string) => string;
  readonly endUse: (id: string) => string;
  readonly scenario: (name: string) => string;
  /** A party selector: region, group, `members`, `owner:ID`, `plant:ID`. */
  readonly party: (selector: string) => string;
  /** Any name a list field may hold. */
  readonly any: (id: string) => string;
  readonly text: (names: Names) => string;
}

export function nameBook(description: Description, language: Language, { lab, levers }: PageWords): NameBook {
  const text = (names: Names) => names[language];
  const of = (things: readonly NamedThing[]) => new Map(things.map(({ id, name }) => [id, text(name)]));
  const regions = new Map([...of(description.seats), ...of(description.regions)]);
  regions.set("members", levers.parties.members);
  regions.set("non-members", levers.parties.nonMembers);
  regions.set("all", levers.parties.all);
  regions.set("world", lab.world);
  regions.set("world-excluding-CHN", lab.worldExcludingChina);
  const goods = of(description.goods);
  const endUses = of(description.endUses);
  const scenarios = new Map(description.scenarios.map(({ name, title }) => [name, text(title)]));
  const region = (id: string) => regions.get(id) ?? id;
  const stages: Readonly<Record<string, string>> = lab.stages;
  const good = (id: string): string => {
    if (!id.endsWith("*")) return goods.get(id) ?? id;
    const stage = id.slice(0, -2);
    return stages[stage] ?? levers.parties.all;
  };
  const party = (selector: string): string => {
    if (selector.startsWith("owner:")) return levers.owner(region(selector.slice(6)));
    if (selector.startsWith("plant:")) return levers.plant(selector.slice(6));
    return region(selector);
  };
  return {
    region,
    good,
    endUse: (id) => endUses.get(id) ?? id,
    scenario: (name) => scenarios.get(name) ?? name,
    party,
    any: (id) => goods.get(id) ?? endUses.get(id) ?? stages[id] ?? (id.includes("*") ? good(id) : party(id)),
    text,
  };
}
