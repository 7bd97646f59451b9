import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { Field } from "./field.js";
import { entries, names } from "./list.js";
import { splitSelector } from "./parties.js";
import { matches } from "./pattern.js";
import { customsUnions, type World } from "./world.js";

export interface PartiesRule {
  /** Also takes `owner:ID` and `plant:ID`. */
  readonly plants?: boolean;
  /** Acts at a border, where the regions of a customs union can only act together. */
  readonly border?: boolean;
}

const GROUP_WORDS = ["members", "non-members", "all"];

/** A list of party selectors, as written; `resolveParties` gives their meaning in a run. */
export function parties(rule: PartiesRule = {}): Field<readonly string[]> {
  return {
    schema: names("Party selectors: region or seat, members, non-members, all, owner:ID, plant:ID"),
    facts: { type: "parties", required: true, ...(rule.border && { border: true }) },
    inspect(raw, world) {
      const written = entries(raw);
      const issues = written.flatMap(({ name, path }) => unknownParty(name, path, rule, world));
      return {
        issues: issues.length > 0 || !rule.border ? issues : halfUnions(written, world),
        warnings: [],
      };
    },
  };
}

function unknownParty(selector: string, path: string, rule: PartiesRule, world: World): Issue[] {
  const { prefix, id } = splitSelector(selector);
  if (prefix && !rule.plants)
    return [
      { code: "INVALID_PARTY", path, found: selector, expected: "a region, members, non-members or all" },
    ];
  if (prefix === "plant") return unknownPlant(id, path, world);
  const valid = [...GROUP_WORDS, ...world.regions, ...Object.keys(world.groups), ...Object.keys(world.seats)];
  if (valid.includes(id)) return [];
  const nearest = nearestName(id, valid);
  return [{ code: "UNKNOWN_REGION", path, found: selector, ...(nearest && { nearest }) }];
}

function unknownPlant(id: string, path: string, world: World): Issue[] {
  const valid = [...world.plants, ...world.projects];
  if (valid.some((plant) => matches(id, plant))) return [];
  const nearest = nearestName(id, valid);
  return [{ code: "UNKNOWN_PLANT", path, found: id, ...(nearest && { nearest }) }];
}

/** A region of a customs union named without all the others: it cannot set a duty or an export measure alone. */
function halfUnions(written: readonly { name: string; path: string }[], world: World): Issue[] {
  const named = new Set(written.flatMap(({ name }) => world.groups[name] ?? [name]));
  return customsUnions(world).flatMap((union) => {
    if (union.regions.every((region) => named.has(region))) return [];
    const alone = written.filter(({ name }) => union.regions.includes(name));
    return alone.map(({ name, path }) => ({
      code: "CUSTOMS_UNION",
      path,
      found: name,
      expected: union.regions,
      nearest: union.id,
    }));
  });
}
