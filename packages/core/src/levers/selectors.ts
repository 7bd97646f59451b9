import type { Issue } from "../errors/issue.js";
import { memberBorders, memberRegions, resolveParties, type Parties } from "../fields/parties.js";
import { select } from "../fields/pattern.js";
import { customsUnions } from "../fields/world.js";
import type { MarketEdit } from "../market/edit.js";
import type { LeverScope } from "./definition.js";

const known = new WeakMap<LeverScope["world"], Map<string, Parties>>();

/** The same parties for the same names: levers ask every year. */
function remembered(
  selectors: readonly string[],
  { members, world }: LeverScope,
  atBorder: boolean,
): Parties {
  let ofWorld = known.get(world);
  if (ofWorld === undefined) known.set(world, (ofWorld = new Map<string, Parties>()));
  const key = `${selectors.join()}|${members.join()}|${String(atBorder)}`;
  let parties = ofWorld.get(key);
  if (parties === undefined)
    ofWorld.set(key, (parties = resolveParties(selectors, members, world, atBorder)));
  return parties;
}

/** Regions a selector means, as parties that pay, hold, own or use. */
export function regionsOf(selectors: readonly string[], scope: LeverScope): readonly string[] {
  return remembered(selectors, scope, false).regions;
}

/** Regions a selector means at a border, where a customs union acts as one. */
export function bordersOf(selectors: readonly string[], scope: LeverScope): readonly string[] {
  return remembered(selectors, scope, true).regions;
}

export function partiesOf(selectors: readonly string[], scope: LeverScope): Parties {
  return remembered(selectors, scope, false);
}

export function goodsOf(selectors: readonly string[], { world }: LeverScope): readonly string[] {
  return select(selectors, world.goods);
}

export function stagesOf(selectors: readonly string[] | undefined, { world }: LeverScope): readonly string[] {
  return selectors ? select(selectors, world.stages) : world.stages;
}

/** Members of a customs union whose seat is no member have no border of their own: a lever at `members`' borders leaves them out. */
export function leftOut(selectors: readonly string[], { id, members, world }: LeverScope): Issue[] {
  if (!selectors.includes("members")) return [];
  const acting = memberBorders(members, world);
  const found = memberRegions(members, world).filter((region) => !acting.includes(region));
  return found.length > 0 ? [{ code: "BORDER_LEFT_OUT", path: id, found }] : [];
}

/** Routes across the outer borders: never inside a region nor inside a customs union. The same selection gets the same array. */
export function borderArcs(
  edit: MarketEdit,
  context: LeverScope,
  goods: readonly string[],
  from: readonly string[],
  to: readonly string[],
): Int32Array {
  const unions = customsUnions(context.world);
  const inside = unions.filter((union) => union.regions.some((id) => from.includes(id) && to.includes(id)));
  const all = edit.arcs({ goods, from, to });
  if (inside.length === 0) return all;
  let outer = outerArcs.get(all);
  if (outer === undefined) outerArcs.set(all, (outer = acrossBorders(edit, inside, all)));
  return outer;
}

/** By the selection before, which an index keeps and which stands for its goods and regions. */
const outerArcs = new WeakMap<Int32Array, Int32Array>();

function acrossBorders(
  { market: { arcs, origins, buyers, regions } }: MarketEdit,
  inside: ReturnType<typeof customsUnions>,
  all: Int32Array,
): Int32Array {
  return all.filter((arc) => {
    const seller = regions[origins.region[arcs.origin[arc]]];
    const buyer = regions[buyers.region[arcs.buyer[arc]]];
    return !inside.some((union) => union.regions.includes(seller) && union.regions.includes(buyer));
  });
}

/** `a|b|c` for every combination: names of targets. */
export function combinations(...lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (names, list) => names.flatMap((name) => list.map((entry) => (name === "" ? entry : `${name}|${entry}`))),
    [""],
  );
}
