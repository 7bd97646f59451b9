import type { Chain } from "../chain/chain.js";

/** A party of the game: a seat, the power that answers, or the rest of the world. Their regions are disjoint and cover the world. */
export interface Party {
  readonly id: string;
  /** Indices of regions. */
  readonly regions: readonly number[];
}

/** Every seat of the chain in its order, then the power that answers, then all other regions as `rest`. */
export function partiesOf(chain: Chain, responder: string): Party[] {
  const names = chain.regions.map(({ id }) => id);
  const taken = new Set<string>();
  const party = (id: string, regions: readonly string[]): Party => {
    for (const region of regions) taken.add(region);
    return { id, regions: regions.map((region) => names.indexOf(region)) };
  };
  const seats = chain.seats.map(({ id, regions }) => party(id, regions));
  const answering = party(
    responder,
    [responder].filter((id) => names.includes(id) && !taken.has(id)),
  );
  return [
    ...seats,
    answering,
    party(
      "rest",
      names.filter((id) => !taken.has(id)),
    ),
  ];
}

/**
 * Parties whose welfare a customs union's seat weighs beside its own when it decides: the seats of the member states. By party;
 * empty for all others.
 */
export function unionsOf(
  { groups, seats }: Chain,
  parties: readonly Party[],
): readonly (readonly number[])[] {
  return parties.map(({ id }) => {
    if (!Object.hasOwn(groups, id)) return [];
    const inside = new Set(groups[id]);
    return seats.flatMap((seat) =>
      seat.id !== id && seat.regions.every((region) => inside.has(region))
        ? [parties.findIndex((party) => party.id === seat.id)]
        : [],
    );
  });
}
