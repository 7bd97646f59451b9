import { matches } from "./pattern.js";
import { customsUnions, type World } from "./world.js";

/** What a party selector means in a run: regions, regions as owners of plants, and plants. */
export interface Parties {
  readonly regions: readonly string[];
  readonly owners: readonly string[];
  readonly plants: readonly string[];
}

/** Regions of the `members` list, where a seat's id means the regions whose accounts it holds (EU: the rest of the EU). */
export function memberRegions(members: readonly string[], world: World): string[] {
  return unique(
    members.flatMap((id) => (Object.hasOwn(world.seats, id) ? world.seats[id] : regionOrGroup(id, world))),
  );
}

/** Members that act at a border: a customs union's regions if its seat is a member, none of them otherwise. */
export function memberBorders(members: readonly string[], world: World): string[] {
  const own = new Set(memberRegions(members, world));
  for (const union of customsUnions(world)) {
    const acts = union.seatRegions.every((region) => own.has(region));
    for (const region of union.regions)
      if (acts) own.add(region);
      else own.delete(region);
  }
  return world.regions.filter((region) => own.has(region));
}

/**
 * Resolves selectors (`USA`, `EU`, `members`, `non-members`, `all`, `owner:ID`, `plant:ID`) in the order of the chain.
 *
 * @param atBorder `members` and `non-members` are those that act at borders; for duties, levies and export measures.
 */
export function resolveParties(
  selectors: readonly string[],
  members: readonly string[],
  world: World,
  atBorder: boolean,
): Parties {
  const inside = atBorder ? memberBorders(members, world) : memberRegions(members, world);
  const regionsOf = (selector: string): readonly string[] => {
    if (selector === "members") return inside;
    if (selector === "non-members") return world.regions.filter((region) => !inside.includes(region));
    if (selector === "all") return world.regions;
    return regionOrGroup(selector, world);
  };
  const regions = new Set<string>();
  const owners = new Set<string>();
  const plants = new Set<string>();
  for (const selector of selectors) {
    const { prefix, id } = splitSelector(selector);
    if (prefix === "plant") for (const plant of plantsOf(id, world)) plants.add(plant);
    else for (const region of regionsOf(id)) (prefix === "owner" ? owners : regions).add(region);
  }
  const inOrder = (set: ReadonlySet<string>): string[] => world.regions.filter((region) => set.has(region));
  return { regions: inOrder(regions), owners: inOrder(owners), plants: [...plants] };
}

export function splitSelector(selector: string): { prefix?: "owner" | "plant"; id: string } {
  const match = /^(owner|plant):(.*)$/u.exec(selector);
  return match ? { prefix: match[1] as "owner" | "plant", id: match[2] } : { id: selector };
}

function plantsOf(id: string, world: World): string[] {
  const known = [...world.plants, ...world.projects].filter((plant) => matches(id, plant));
  return known.length > 0 ? known : [id];
}

/** A region, or a group as its regions: `EU` is the four. */
function regionOrGroup(id: string, world: World): readonly string[] {
  if (world.regions.includes(id)) return [id];
  if (Object.hasOwn(world.groups, id)) return world.groups[id];
  return Object.hasOwn(world.seats, id) ? world.seats[id] : [];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
