import type { Chain } from "../chain/chain.js";

/** Ids that stand for several regions in every metric. */
export const aggregates = ["members", "non-members", "world", "world-excluding-CHN"] as const;

/** All names a metric accepts as region: regions, the chain's groups, and the aggregates, each once. */
export function regionNames(chain: Chain): string[] {
  const names = [...chain.regions.map((region) => region.id), ...Object.keys(chain.groups), ...aggregates];
  return [...new Set(names)];
}

type Sets = Map<string, ReadonlySet<number> | undefined>;
const known = new WeakMap<Chain, WeakMap<readonly string[], Sets>>();

/**
 * Region indices of a name; undefined for an unknown one. A group counts each region once. The same question gets the same set, by which
 * sums over it may be remembered.
 */
export function regionSet(
  chain: Chain,
  members: readonly string[],
  name: string,
): ReadonlySet<number> | undefined {
  let byMembers = known.get(chain);
  if (byMembers === undefined) known.set(chain, (byMembers = new WeakMap<readonly string[], Sets>()));
  let sets = byMembers.get(members);
  if (sets === undefined) byMembers.set(members, (sets = new Map<string, ReadonlySet<number> | undefined>()));
  if (!sets.has(name)) sets.set(name, makeSet(chain, members, name));
  return sets.get(name);
}

function makeSet(chain: Chain, members: readonly string[], name: string): ReadonlySet<number> | undefined {
  const ids = chain.regions.map((region) => region.id);
  const index = ids.indexOf(name);
  if (index >= 0) return new Set([index]);
  const all = ids.map((_, i) => i);
  if (name === "world") return new Set(all);
  if (name.startsWith("world-excluding-")) {
    const left = regionSet(chain, members, name.slice("world-excluding-".length));
    return left === undefined ? undefined : new Set(all.filter((i) => !left.has(i)));
  }
  if (name === "members") return accountsOf(chain, members);
  if (name === "non-members") {
    const inside = accountsOf(chain, members);
    return new Set(all.filter((i) => !inside.has(i)));
  }
  if (Object.hasOwn(chain.groups, name)) return union(chain, members, chain.groups[name]);
  return undefined;
}

/** Regions whose accounts the scenario's members hold: a seat's own (EU: the rest of the EU), whatever group bears the same name. */
function accountsOf(chain: Chain, members: readonly string[]): ReadonlySet<number> {
  const seats = new Map(chain.seats.map(({ id, regions }) => [id, regions]));
  return union(
    chain,
    [],
    members.flatMap((id) => seats.get(id) ?? [id]),
  );
}

function union(chain: Chain, members: readonly string[], names: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const name of names) for (const region of regionSet(chain, members, name) ?? []) found.add(region);
  return found;
}
